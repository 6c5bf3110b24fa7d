<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>CommentsView</name>
        <message>
            <source>Class news</source>
            <translation>Novedades</translation>
        </message>
        <message>
            <source>My family</source>
            <translation>Mi familia</translation>
        </message>
        <message>
            <source>Say something kind</source>
            <translation>Di algo amable</translation>
        </message>
        <message>
            <source>More sentences</source>
            <translation>Más frases</translation>
        </message>
        <message>
            <source>Send to my teacher</source>
            <translation>Enviar a mi profesor</translation>
        </message>
        <message>
            <source>Your own words</source>
            <translation>Tus propias palabras</translation>
        </message>
        <message>
            <source>Or write it in your own words</source>
            <translation>O escríbelo con tus palabras</translation>
        </message>
        <message>
            <source>No words yet</source>
            <translation>Aún no hay palabras</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirar</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Avisar</translation>
        </message>
        <message>
            <source>Your teacher reads your words before others see them.</source>
            <translation>Tu profesor lee tus palabras antes que los demás.</translation>
        </message>
        <message>
            <source>Profile of {name}</source>
            <translation>Perfil de {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n comment(s)</source>
            <translation>
                <numerusform>%n comentario</numerusform>
                <numerusform>%n comentarios</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) left.</source>
            <translation>
                <numerusform>Queda %n letra.</numerusform>
                <numerusform>Quedan %n letras.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) too many.</source>
            <translation>
                <numerusform>Sobra %n letra.</numerusform>
                <numerusform>Sobran %n letras.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FeedView</name>
        <message>
            <source>From your class</source>
            <translation>De tu clase</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Todo</translation>
        </message>
        <message>
            <source>Badges</source>
            <translation>Insignias</translation>
        </message>
        <message>
            <source>Points and streaks</source>
            <translation>Puntos y rachas</translation>
        </message>
        <message>
            <source>Challenges</source>
            <translation>Retos</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>Mostrar más</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Palabras</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Avisar</translation>
        </message>
        <message>
            <source>Who sees it</source>
            <translation>Quién lo ve</translation>
        </message>
        <message>
            <source>Highlight</source>
            <translation>Destacar</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>What is not all right?</source>
            <translation>¿Qué no está bien?</translation>
        </message>
        <message>
            <source>Pick what fits best. Only adults at your school read it; {name} is not told who it was.</source>
            <translation>Elige lo que mejor encaje. Solo lo leen adultos de tu escuela; {name} no sabrá quién fue.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Block {name}</source>
            <translation>Bloquear a {name}</translation>
        </message>
        <message>
            <source>Thank you for telling us. An adult at your school looks at it soon.</source>
            <translation>Gracias por avisar. Un adulto de tu escuela lo mirará pronto.</translation>
        </message>
        <message>
            <source>You have told us about this already. An adult looks at it.</source>
            <translation>Ya nos avisaste de esto. Un adulto lo está mirando.</translation>
        </message>
        <message>
            <source>You can also choose not to see each other’s things. You can undo that in your settings.</source>
            <translation>También podéis dejar de ver las cosas del otro. Puedes deshacerlo en tus ajustes.</translation>
        </message>
    </context>
    <context>
        <name>SignInView</name>
        <message numerus="yes">
            <source>%n student(s)</source>
            <translation>
                <numerusform>%n estudiante</numerusform>
                <numerusform>%n estudiantes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ago</name>
        <message>
            <source>never</source>
            <translation>nunca</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>ahora mismo</translation>
        </message>
        <message numerus="yes">
            <source>%n min ago</source>
            <translation>
                <numerusform>hace %n min</numerusform>
                <numerusform>hace %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h ago</source>
            <translation>
                <numerusform>hace %n h</numerusform>
                <numerusform>hace %n h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n d ago</source>
            <translation>
                <numerusform>hace %n d</numerusform>
                <numerusform>hace %n d</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bar</name>
        <message>
            <source>Home</source>
            <translation>Inicio</translation>
        </message>
        <message>
            <source>Badges</source>
            <translation>Insignias</translation>
        </message>
        <message>
            <source>Class news</source>
            <translation>Novedades</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>Yo</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Please look</source>
            <translation>Por revisar</translation>
        </message>
        <message>
            <source>My family</source>
            <translation>Mi familia</translation>
        </message>
    </context>
    <context>
        <name>cards</name>
        <message>
            <source>Like</source>
            <translation>Me gusta</translation>
        </message>
        <message>
            <source>Celebrate</source>
            <translation>Celebrar</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirar</translation>
        </message>
        <message>
            <source>waiting to be sent</source>
            <translation>por enviar</translation>
        </message>
        <message>
            <source>Your teacher reads these words before others see them</source>
            <translation>Tu profesor lee estas palabras antes que los demás</translation>
        </message>
    </context>
    <context>
        <name>domain</name>
        <message>
            <source>Well done!</source>
            <translation>¡Muy bien!</translation>
        </message>
        <message>
            <source>What a great rhythm!</source>
            <translation>¡Qué buen ritmo!</translation>
        </message>
        <message>
            <source>That sounds lovely.</source>
            <translation>Suena precioso.</translation>
        </message>
        <message>
            <source>Keep going!</source>
            <translation>¡Sigue así!</translation>
        </message>
        <message>
            <source>I can tell how much you practised.</source>
            <translation>Se nota cuánto has practicado.</translation>
        </message>
        <message>
            <source>I am proud of you.</source>
            <translation>Me siento orgulloso de ti.</translation>
        </message>
        <message>
            <source>You make me want to practise too.</source>
            <translation>Me das ganas de practicar.</translation>
        </message>
        <message>
            <source>Can you show me how you did it?</source>
            <translation>¿Me enseñas cómo lo hiciste?</translation>
        </message>
        <message>
            <source>Shall we play together some time?</source>
            <translation>¿Tocamos juntos algún día?</translation>
        </message>
        <message>
            <source>That was a hard one!</source>
            <translation>¡Esa era difícil!</translation>
        </message>
        <message>
            <source>What a big step!</source>
            <translation>¡Qué gran paso!</translation>
        </message>
        <message>
            <source>You have good ears.</source>
            <translation>Tienes buen oído.</translation>
        </message>
        <message>
            <source>I am happy for you.</source>
            <translation>Me alegro por ti.</translation>
        </message>
        <message>
            <source>You did it!</source>
            <translation>¡Lo lograste!</translation>
        </message>
        <message>
            <source>You never gave up.</source>
            <translation>Nunca te rendiste.</translation>
        </message>
        <message>
            <source>Thank you!</source>
            <translation>¡Gracias!</translation>
        </message>
        <message>
            <source>I am worried about this person</source>
            <translation>Me preocupa esta persona</translation>
        </message>
        <message>
            <source>It tells something private</source>
            <translation>Cuenta algo privado</translation>
        </message>
        <message>
            <source>It is unkind</source>
            <translation>No es amable</translation>
        </message>
        <message>
            <source>It is not true</source>
            <translation>No es verdad</translation>
        </message>
        <message>
            <source>It does not belong here</source>
            <translation>No debe estar aquí</translation>
        </message>
        <message>
            <source>Only me</source>
            <translation>Solo yo</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>Familia</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>School</source>
            <translation>Escuela</translation>
        </message>
        <message>
            <source>Music community</source>
            <translation>Comunidad musical</translation>
        </message>
        <message>
            <source>Only you. Your teachers can check it when they need to.</source>
            <translation>Solo tú. Tus profesores pueden revisarlo si hace falta.</translation>
        </message>
        <message>
            <source>You and your family. Your teachers can check it when they need to.</source>
            <translation>Tú y tu familia. Tus profesores pueden revisarlo si hace falta.</translation>
        </message>
        <message>
            <source>Your class and its teachers, and your family</source>
            <translation>Tu clase y sus profesores, y tu familia</translation>
        </message>
        <message>
            <source>Everyone at your school, and your family</source>
            <translation>Toda tu escuela y tu familia</translation>
        </message>
    </context>
    <context>
        <name>relation</name>
        <message>
            <source>My class</source>
            <translation>Mi clase</translation>
        </message>
        <message>
            <source>My family</source>
            <translation>Mi familia</translation>
        </message>
        <message>
            <source>My teacher</source>
            <translation>Mi profesor</translation>
        </message>
        <message>
            <source>Other classes</source>
            <translation>Otras clases</translation>
        </message>
        <message>
            <source>The display on the wall</source>
            <translation>La pantalla de la pared</translation>
        </message>
        <message>
            <source>Other schools</source>
            <translation>Otras escuelas</translation>
        </message>
    </context>
    <context>
        <name>scope</name>
        <message>
            <source>Only me</source>
            <translation>Solo yo</translation>
        </message>
        <message>
            <source>You keep it for yourself.</source>
            <translation>Lo guardas para ti.</translation>
        </message>
        <message>
            <source>My family</source>
            <translation>Mi familia</translation>
        </message>
        <message>
            <source>Your family can see it.</source>
            <translation>Tu familia puede verlo.</translation>
        </message>
        <message>
            <source>My class</source>
            <translation>Mi clase</translation>
        </message>
        <message>
            <source>Your class and its teachers can see it.</source>
            <translation>Tu clase y sus profesores pueden verlo.</translation>
        </message>
        <message>
            <source>My school</source>
            <translation>Mi escuela</translation>
        </message>
        <message>
            <source>Everybody in your school can see it.</source>
            <translation>Toda tu escuela puede verlo.</translation>
        </message>
        <message>
            <source>Other schools</source>
            <translation>Otras escuelas</translation>
        </message>
        <message>
            <source>Schools that take part can see it, without your name.</source>
            <translation>Las escuelas que participan pueden verlo, sin tu nombre.</translation>
        </message>
    </context>
</TS>
