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
        <message>
            <source>Words are switched off here. A celebration still works.</source>
            <translation>Aquí no se pueden escribir palabras. Celebrar sí funciona.</translation>
        </message>
        <message>
            <source>{first} {second}</source>
            <translation>{first} {second}</translation>
        </message>
        <message>
            <source>The first kind word is often the one that is remembered.</source>
            <translation>La primera palabra amable es a menudo la que se recuerda.</translation>
        </message>
        <message>
            <source>waiting to be sent</source>
            <translation>esperando a enviarse</translation>
        </message>
        <message>
            <source>Your teacher reads these words before others see them</source>
            <translation>Tu profesor lee estas palabras antes de que otros las vean</translation>
        </message>
        <message>
            <source>How we treat each other</source>
            <translation>Cómo nos tratamos</translation>
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
        <message>
            <source>One moment…</source>
            <translation>Un momento…</translation>
        </message>
        <message>
            <source>What to show</source>
            <translation>Qué mostrar</translation>
        </message>
        <message>
            <source>Highlights</source>
            <translation>Destacados</translation>
        </message>
        <message>
            <source>Press “Keep” under something that you want to find again. Only you see what you keep.</source>
            <translation>Pulsa «Guardar» debajo de lo que quieras volver a encontrar. Solo tú ves lo que guardas.</translation>
        </message>
        <message>
            <source>Nothing kept yet</source>
            <translation>Aún no has guardado nada</translation>
        </message>
        <message>
            <source>When somebody shares a success, it appears here. Why not begin?</source>
            <translation>Cuando alguien comparta un logro, aparecerá aquí. ¿Por qué no empiezas tú?</translation>
        </message>
        <message>
            <source>Nothing shared yet</source>
            <translation>Aún no se ha compartido nada</translation>
        </message>
        <message>
            <source>Look at my badges</source>
            <translation>Mirar mis insignias</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Intentar de nuevo</translation>
        </message>
        <message>
            <source>How we treat each other</source>
            <translation>Cómo nos tratamos</translation>
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
        <message>
            <source>I am a teacher</source>
            <translation>Soy profesor</translation>
        </message>
        <message>
            <source>Which class are you in?</source>
            <translation>¿En qué clase estás?</translation>
        </message>
        <message>
            <source>Music at the keyboard, with your class.</source>
            <translation>Música en el teclado, con tu clase.</translation>
        </message>
        <message>
            <source>Hello!</source>
            <translation>¡Hola!</translation>
        </message>
        <message>
            <source>{machine} · {school}</source>
            <translation>{machine} · {school}</translation>
        </message>
        <message>
            <source>Which teacher are you?</source>
            <translation>¿Qué profesor eres?</translation>
        </message>
        <message>
            <source>I am family</source>
            <translation>Soy de la familia</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>That did not work. Please try again.</source>
            <translation>No ha funcionado. Inténtalo de nuevo.</translation>
        </message>
        <message>
            <source>Type your PIN</source>
            <translation>Escribe tu PIN</translation>
        </message>
        <message>
            <source>Type your password</source>
            <translation>Escribe tu contraseña</translation>
        </message>
        <message>
            <source>Not me</source>
            <translation>No soy yo</translation>
        </message>
        <message>
            <source>needs the network</source>
            <translation>necesita la red</translation>
        </message>
        <message>
            <source>Touch your picture.</source>
            <translation>Toca tu imagen.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Entrar</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Un momento…</translation>
        </message>
        <message>
            <source>Nobody is known on this computer yet</source>
            <translation>Este ordenador aún no conoce a nadie</translation>
        </message>
        <message>
            <source>The school does not know this computer any more. You can go on playing here, and everything is kept. To send it, a teacher adds the computer again with a new code.</source>
            <translation>La escuela ya no conoce este ordenador. Puedes seguir jugando aquí y todo se guarda. Para enviarlo, un profesor añade el ordenador otra vez con un código nuevo.</translation>
        </message>
        <message>
            <source>Add it again</source>
            <translation>Añadirlo de nuevo</translation>
        </message>
        <message>
            <source>{who}, {what}. To sign in: {secret}</source>
            <translation>{who}, {what}. Para entrar: {secret}</translation>
        </message>
        <message>
            <source>This is a demonstration. You can be:</source>
            <translation>Esto es una demostración. Puedes ser:</translation>
        </message>
        <message>
            <source>This computer belongs to your school. Classes appear here as soon as they have students.</source>
            <translation>Este ordenador pertenece a tu centro. Las clases aparecen aquí en cuanto tienen alumnos.</translation>
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
        <message>
            <source>Review</source>
            <translation>Repaso</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>My playing</source>
            <translation>Lo que toco</translation>
        </message>
        <message>
            <source>Please listen</source>
            <translation>Escucha</translation>
        </message>
        <message>
            <source>All schools</source>
            <translation>Todas las escuelas</translation>
        </message>
    </context>
    <context>
        <name>cards</name>
        <message>
            <source>{have} of {need} to the next level</source>
            <translation>{have} de {need} para el siguiente nivel</translation>
        </message>
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
        <message>
            <source>Profile of {name}</source>
            <translation>Perfil de {name}</translation>
        </message>
        <message>
            <source>Who can see this now: {who}</source>
            <translation>Quién puede ver esto ahora: {who}</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Palabras</translation>
        </message>
        <message>
            <source>Who sees it</source>
            <translation>Quién lo ve</translation>
        </message>
        <message>
            <source>Highlight</source>
            <translation>Destacar</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Avisar</translation>
        </message>
        <message>
            <source>{done} of {total} steps</source>
            <translation>{done} de {total} pasos</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>para el {day}</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Completo</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Ver otra vez</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>{have} of {need}</source>
            <translation>{have} de {need}</translation>
        </message>
        <message>
            <source>{level} · confirming</source>
            <translation>{level} · por confirmar</translation>
        </message>
        <message>
            <source>Likes: {likes} · Celebrations: {celebrations}</source>
            <translation>Me gusta: {likes} · Felicitaciones: {celebrations}</translation>
        </message>
        <message>
            <source>Show to…</source>
            <translation>Enseñar a…</translation>
        </message>
    </context>
    <context>
        <name>domain</name>
        <message>
            <source>A showcase</source>
            <translation>Una vitrina</translation>
        </message>
        <message>
            <source>It stands in your profile, and your profile does not go further than that.</source>
            <translation>Está en tu perfil, y tu perfil no llega más lejos.</translation>
        </message>
        <message>
            <source>Not on this computer yet</source>
            <translation>Aún no está en este ordenador</translation>
        </message>
        <message>
            <source>Only you: it is not shared yet</source>
            <translation>Solo tú: aún no está compartido</translation>
        </message>
        <message>
            <source>This showcase is not there any more.</source>
            <translation>Esta vitrina ya no está.</translation>
        </message>
        <message>
            <source>Only students have showcases.</source>
            <translation>Solo los estudiantes tienen vitrinas.</translation>
        </message>
        <message>
            <source>There is room for {most} showcases. Take one away first.</source>
            <translation>Hay sitio para {most} vitrinas. Quita una primero.</translation>
        </message>
        <message>
            <source>An adult has taken down a showcase of yours</source>
            <translation>Un adulto ha retirado una vitrina tuya</translation>
        </message>
        <message>
            <source>An adult has taken down your profile</source>
            <translation>Un adulto ha retirado tu perfil</translation>
        </message>
        <message>
            <source>An adult has hidden a showcase of yours</source>
            <translation>Un adulto ha ocultado una vitrina tuya</translation>
        </message>
        <message>
            <source>An adult has hidden your profile</source>
            <translation>Un adulto ha ocultado tu perfil</translation>
        </message>
        <message>
            <source>What I am proud of</source>
            <translation>De lo que estoy orgulloso</translation>
        </message>
        <message>
            <source>My best moments</source>
            <translation>Mis mejores momentos</translation>
        </message>
        <message>
            <source>What took me long</source>
            <translation>Lo que me costó</translation>
        </message>
        <message>
            <source>How it began</source>
            <translation>Cómo empezó</translation>
        </message>
        <message>
            <source>This school year</source>
            <translation>Este curso</translation>
        </message>
        <message>
            <source>My rhythm</source>
            <translation>Mi ritmo</translation>
        </message>
        <message>
            <source>What my ears can do</source>
            <translation>Lo que oyen mis oídos</translation>
        </message>
        <message>
            <source>Reading music</source>
            <translation>Leer música</translation>
        </message>
        <message>
            <source>At the keys</source>
            <translation>Al teclado</translation>
        </message>
        <message>
            <source>My challenges</source>
            <translation>Mis retos</translation>
        </message>
        <message>
            <source>What we did together</source>
            <translation>Lo que hicimos juntos</translation>
        </message>
        <message>
            <source>My favourites</source>
            <translation>Mis favoritos</translation>
        </message>
        <message>
            <source>Please pick one of the titles.</source>
            <translation>Elige uno de los títulos.</translation>
        </message>
        <message>
            <source>A showcase has room for {most}.</source>
            <translation>En una vitrina caben {most}.</translation>
        </message>
        <message>
            <source>{wanted} came {ms} ms too early.</source>
            <translation>{wanted} llegó {ms} ms demasiado pronto.</translation>
        </message>
        <message>
            <source>{wanted} came {ms} ms too late.</source>
            <translation>{wanted} llegó {ms} ms demasiado tarde.</translation>
        </message>
        <message>
            <source>You waited before {wanted}. That is fine while you learn; then you went on.</source>
            <translation>Esperaste antes de {wanted}. Está bien mientras aprendes; después seguiste.</translation>
        </message>
        <message>
            <source>You played a part again before {wanted}. Next time try to go on.</source>
            <translation>Tocaste una parte otra vez antes de {wanted}. La próxima vez intenta seguir.</translation>
        </message>
        <message>
            <source>{wanted} and its neighbour changed places.</source>
            <translation>{wanted} y su vecina cambiaron de lugar.</translation>
        </message>
        <message>
            <source>{wanted} was not played.</source>
            <translation>{wanted} no se tocó.</translation>
        </message>
        <message>
            <source>{got} instead of {wanted}.</source>
            <translation>{got} en lugar de {wanted}.</translation>
        </message>
        <message>
            <source>{wanted} was right, but too high: play it lower on the piano.</source>
            <translation>{wanted} era correcta, pero demasiado aguda: tócala más abajo en el piano.</translation>
        </message>
        <message>
            <source>{wanted} was right, but too low: play it higher on the piano.</source>
            <translation>{wanted} era correcta, pero demasiado grave: tócala más arriba en el piano.</translation>
        </message>
        <message>
            <source>Nearly: {got} instead of {wanted}. Look at the sharps and flats.</source>
            <translation>Casi: {got} en lugar de {wanted}. Mira los sostenidos y bemoles.</translation>
        </message>
        <message>
            <source>{wanted} is for the right hand; it came from where the left hand plays.</source>
            <translation>{wanted} es para la mano derecha; llegó de donde toca la izquierda.</translation>
        </message>
        <message>
            <source>{wanted} is for the left hand; it came from where the right hand plays.</source>
            <translation>{wanted} es para la mano izquierda; llegó de donde toca la derecha.</translation>
        </message>
        <message>
            <source>{wanted} was let go too soon: hold it longer.</source>
            <translation>Soltaste {wanted} demasiado pronto: mantenla más tiempo.</translation>
        </message>
        <message>
            <source>{wanted} was held too long: let it go sooner.</source>
            <translation>Mantuviste {wanted} demasiado tiempo: suéltala antes.</translation>
        </message>
        <message>
            <source>{wanted} was right. From here on play louder than before.</source>
            <translation>{wanted} era correcta. Desde aquí toca más fuerte que antes.</translation>
        </message>
        <message>
            <source>{wanted} was right. From here on play softer than before.</source>
            <translation>{wanted} era correcta. Desde aquí toca más suave que antes.</translation>
        </message>
        <message>
            <source>{wanted} was right.</source>
            <translation>{wanted} era correcta.</translation>
        </message>
        <message>
            <source>{got} was played again, but it stands there only once.</source>
            <translation>{got} se tocó otra vez, pero está escrita solo una vez.</translation>
        </message>
        <message>
            <source>Your finger slipped onto {got}, and you put it right.</source>
            <translation>Tu dedo resbaló a {got}, y lo corregiste.</translation>
        </message>
        <message>
            <source>You played {got} first and put it right yourself.</source>
            <translation>Primero tocaste {got} y lo corregiste tú.</translation>
        </message>
        <message>
            <source>{got} belongs to the ornament.</source>
            <translation>{got} pertenece al adorno.</translation>
        </message>
        <message>
            <source>{got} decorates {wanted}, but the music asks for {wanted} alone.</source>
            <translation>{got} adorna {wanted}, pero la música pide solo {wanted}.</translation>
        </message>
        <message>
            <source>You brushed {got} very lightly.</source>
            <translation>Rozaste {got} muy suavemente.</translation>
        </message>
        <message>
            <source>You played {got} again later; then it counted.</source>
            <translation>Tocaste {got} otra vez después; entonces contó.</translation>
        </message>
        <message>
            <source>{got} was played, but no note stands there.</source>
            <translation>Se tocó {got}, pero ahí no hay ninguna nota.</translation>
        </message>
        <message>
            <source>You got faster, by about {percent} in a hundred: stay calm.</source>
            <translation>Fuiste más rápido, cerca de un {percent} por ciento: con calma.</translation>
        </message>
        <message>
            <source>You got slower, by about {percent} in a hundred: keep going.</source>
            <translation>Fuiste más lento, cerca de un {percent} por ciento: sigue adelante.</translation>
        </message>
        <message>
            <source>You kept a steady tempo.</source>
            <translation>Mantuviste el tempo.</translation>
        </message>
        <message>
            <source>Right and in time: {right} of {notes}.</source>
            <translation>Bien y a tiempo: {right} de {notes}.</translation>
        </message>
        <message>
            <source>Left out: {count}.</source>
            <translation>Sin tocar: {count}.</translation>
        </message>
        <message>
            <source>Another key: {count}.</source>
            <translation>Otra tecla: {count}.</translation>
        </message>
        <message>
            <source>In another octave: {count}.</source>
            <translation>En otra octava: {count}.</translation>
        </message>
        <message>
            <source>Sharps and flats mistaken: {count}.</source>
            <translation>Sostenidos y bemoles confundidos: {count}.</translation>
        </message>
        <message>
            <source>Too early or too late: {count}.</source>
            <translation>Demasiado pronto o tarde: {count}.</translation>
        </message>
        <message>
            <source>Stops: {count}.</source>
            <translation>Paradas: {count}.</translation>
        </message>
        <message>
            <source>Too many: {count}.</source>
            <translation>De más: {count}.</translation>
        </message>
        <message>
            <source>Too short or too long: {count}.</source>
            <translation>Demasiado cortas o largas: {count}.</translation>
        </message>
        <message>
            <source>Too soft or too loud: {count}.</source>
            <translation>Demasiado suaves o fuertes: {count}.</translation>
        </message>
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
        <message>
            <source>A game begins at its easiest level and grows with the player, within the levels that it declares.</source>
            <translation>Un juego empieza en su nivel más fácil y crece con quien juega, dentro de los niveles que declara.</translation>
        </message>
        <message>
            <source>The next level comes as soon as the player should reach {target} of 100 points there: for a beginner, after {faultless} faultless rounds in a row.</source>
            <translation>El nivel siguiente llega en cuanto se espera que alcance allí {target} de 100 puntos: para quien empieza, tras {faultless} partidas seguidas sin fallos.</translation>
        </message>
        <message>
            <source>Rounds that go badly bring the easier level back. Nothing is lost, and nobody is told of a step back.</source>
            <translation>Las partidas que van mal devuelven el nivel más fácil. No se pierde nada y a nadie se le dice que ha retrocedido.</translation>
        </message>
        <message>
            <source>A quiz and a challenge always ask for all that a game teaches.</source>
            <translation>Una prueba y un reto siempre preguntan todo lo que enseña el juego.</translation>
        </message>
        <message>
            <source>Badges are kept at the school. Please try again when this computer has contact; nothing was changed.</source>
            <translation>Las insignias se guardan en la escuela. Inténtalo de nuevo cuando este ordenador tenga conexión; no se ha cambiado nada.</translation>
        </message>
        <message>
            <source>The signed badge comes from the school, and there is no contact just now. The certificate works without.</source>
            <translation>La insignia firmada viene de la escuela y ahora no hay conexión. El diploma funciona sin ella.</translation>
        </message>
        <message>
            <source>The school has not confirmed this badge yet. You can take it along as soon as it has.</source>
            <translation>La escuela aún no ha confirmado esta insignia. Podrás llevártela en cuanto lo haga.</translation>
        </message>
        <message>
            <source>This badge is not here any more.</source>
            <translation>Esta insignia ya no está aquí.</translation>
        </message>
        <message>
            <source>Only an administrator of the organisation can do this.</source>
            <translation>Solo puede hacerlo alguien de la administración.</translation>
        </message>
        <message>
            <source>This file can't be opened. Please choose another.</source>
            <translation>Este archivo no se puede abrir. Elige otro.</translation>
        </message>
        <message>
            <source>The file can't be written there. Please choose another folder.</source>
            <translation>El archivo no se puede guardar ahí. Elige otra carpeta.</translation>
        </message>
        <message>
            <source>A change</source>
            <translation>Un cambio</translation>
        </message>
        <message>
            <source>A comment</source>
            <translation>Un comentario</translation>
        </message>
        <message>
            <source>A decision about an item</source>
            <translation>Una decisión sobre algo</translation>
        </message>
        <message>
            <source>A family rule</source>
            <translation>Una norma familiar</translation>
        </message>
        <message>
            <source>A finished step</source>
            <translation>Un paso terminado</translation>
        </message>
        <message>
            <source>A game you played</source>
            <translation>Un juego que jugaste</translation>
        </message>
        <message>
            <source>A group needs a name and at least one student.</source>
            <translation>Un grupo necesita un nombre y al menos un alumno.</translation>
        </message>
        <message>
            <source>A group of students</source>
            <translation>Un grupo de alumnos</translation>
        </message>
        <message>
            <source>A message</source>
            <translation>Un mensaje</translation>
        </message>
        <message>
            <source>A pathway of your own</source>
            <translation>Un itinerario propio</translation>
        </message>
        <message>
            <source>A reaction</source>
            <translation>Una reacción</translation>
        </message>
        <message>
            <source>A rule for a student</source>
            <translation>Una norma para un alumno</translation>
        </message>
        <message>
            <source>A rule of a class</source>
            <translation>Una norma de una clase</translation>
        </message>
        <message>
            <source>An assignment</source>
            <translation>Una tarea</translation>
        </message>
        <message>
            <source>An entry</source>
            <translation>Una entrada</translation>
        </message>
        <message>
            <source>I have listened to it, and I can hear how much you practised.</source>
            <translation>Lo he escuchado, y se oye cuánto has practicado.</translation>
        </message>
        <message>
            <source>I have listened to it. It counts.</source>
            <translation>Lo he escuchado. Cuenta.</translation>
        </message>
        <message>
            <source>I have listened to it. Lovely playing!</source>
            <translation>Lo he escuchado. ¡Precioso!</translation>
        </message>
        <message>
            <source>I have listened to it. Please play it for me once more.</source>
            <translation>Lo he escuchado. Por favor, tócamelo otra vez.</translation>
        </message>
        <message>
            <source>It can't be given yet: {why}.</source>
            <translation>Aún no se puede dar: {why}.</translation>
        </message>
        <message>
            <source>It was not your fault. Please try it once more.</source>
            <translation>No fue culpa tuya. Por favor, inténtalo otra vez.</translation>
        </message>
        <message>
            <source>Let us play this one together in the next lesson.</source>
            <translation>Toquemos esto juntos en la próxima clase.</translation>
        </message>
        <message>
            <source>Only teachers can do this.</source>
            <translation>Solo el profesorado puede hacer esto.</translation>
        </message>
        <message>
            <source>Sign out first; then somebody else can take you off this computer.</source>
            <translation>Primero cierra tu sesión; después, otra persona podrá quitarte de este ordenador.</translation>
        </message>
        <message>
            <source>Please give it a name.</source>
            <translation>Por favor, ponle un nombre.</translation>
        </message>
        <message>
            <source>Please pick one of the sentences.</source>
            <translation>Por favor, elige una de las frases.</translation>
        </message>
        <message>
            <source>Please pick what you want to give.</source>
            <translation>Por favor, elige qué quieres dar.</translation>
        </message>
        <message>
            <source>Please pick who gets it.</source>
            <translation>Por favor, elige a quién.</translation>
        </message>
        <message>
            <source>Something you shared</source>
            <translation>Algo que compartiste</translation>
        </message>
        <message>
            <source>The due date must lie in the future.</source>
            <translation>La fecha de entrega debe estar en el futuro.</translation>
        </message>
        <message>
            <source>The notes did not reach the school whole, or the game has changed since.</source>
            <translation>Las notas no llegaron enteras a la escuela, o el juego ha cambiado desde entonces.</translation>
        </message>
        <message>
            <source>The notes of a game you played</source>
            <translation>Las notas de un juego que jugaste</translation>
        </message>
        <message>
            <source>The notes of this play are at the school, and there is no contact just now. Please try again when there is a network.</source>
            <translation>Las notas de esta partida están en la escuela y ahora no hay contacto. Inténtalo otra vez cuando haya red.</translation>
        </message>
        <message>
            <source>The notes of this play have not come to this computer yet. They come with the next contact with the school.</source>
            <translation>Las notas de esta partida aún no han llegado a este ordenador. Llegan con el próximo contacto con la escuela.</translation>
        </message>
        <message>
            <source>The school agrees with this one already. Nothing has to be decided.</source>
            <translation>La escuela ya está de acuerdo con esta. No hay nada que decidir.</translation>
        </message>
        <message>
            <source>The school's judge agrees with this one.</source>
            <translation>El juez de la escuela está de acuerdo con esta.</translation>
        </message>
        <message>
            <source>The school's judge came to another result than this computer did.</source>
            <translation>El juez de la escuela llegó a un resultado distinto al de este ordenador.</translation>
        </message>
        <message>
            <source>The times of these notes do not fit together. A clock may have jumped.</source>
            <translation>Los tiempos de estas notas no encajan. Quizá saltó un reloj.</translation>
        </message>
        <message>
            <source>This assignment is not in its pathway any more.</source>
            <translation>Esta tarea ya no está en su itinerario.</translation>
        </message>
        <message>
            <source>This can't be published yet: {why}.</source>
            <translation>Aún no se puede publicar: {why}.</translation>
        </message>
        <message>
            <source>This is no day.</source>
            <translation>Esto no es un día.</translation>
        </message>
        <message>
            <source>This pathway belongs to another teacher.</source>
            <translation>Este itinerario es de otro profesor.</translation>
        </message>
        <message>
            <source>This pathway is not on this computer any more.</source>
            <translation>Este itinerario ya no está en este ordenador.</translation>
        </message>
        <message>
            <source>This play is not on this computer any more.</source>
            <translation>Esta partida ya no está en este ordenador.</translation>
        </message>
        <message>
            <source>Waiting for contact with the school</source>
            <translation>Esperando contacto con la escuela</translation>
        </message>
        <message>
            <source>What was played</source>
            <translation>Lo que se tocó</translation>
        </message>
        <message>
            <source>Your profile</source>
            <translation>Tu perfil</translation>
        </message>
        <message>
            <source>Your settings</source>
            <translation>Tus ajustes</translation>
        </message>
        <message>
            <source>Your teacher has listened to this one</source>
            <translation>Tu profesor ha escuchado esta</translation>
        </message>
        <message>
            <source>Your teacher will listen to this one</source>
            <translation>Tu profesor escuchará esta</translation>
        </message>
        <message>
            <source>Your word about something that was played</source>
            <translation>Tu palabra sobre algo que se tocó</translation>
        </message>
        <message>
            <source>Your teacher has given you: {name}</source>
            <translation>Tu profesor te ha dado: {name}</translation>
        </message>
        <message>
            <source>{name} has something to show you: {title}</source>
            <translation>{name} tiene algo que mostrarte: {title}</translation>
        </message>
        <message>
            <source>{name} wrote something kind about: {title}</source>
            <translation>{name} escribió algo amable sobre: {title}</translation>
        </message>
        <message>
            <source>An adult has taken down what you shared: {title}</source>
            <translation>Un adulto ha retirado lo que compartiste: {title}</translation>
        </message>
        <message>
            <source>An adult has taken down a comment of yours</source>
            <translation>Un adulto ha retirado un comentario tuyo</translation>
        </message>
        <message>
            <source>A new badge, and you have earned it already: {name}</source>
            <translation>Una insignia nueva, y ya la tienes: {name}</translation>
        </message>
        <message>
            <source>{name} and {others} others shared {count} achievements</source>
            <translation>{name} y {others} más compartieron {count} logros</translation>
        </message>
        <message>
            <source>{name} shared {count} achievements</source>
            <translation>{name} compartió {count} logros</translation>
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
            <source>Points</source>
            <translation>Puntos</translation>
        </message>
        <message>
            <source>Streaks</source>
            <translation>Rachas</translation>
        </message>
        <message>
            <source>Challenges</source>
            <translation>Retos</translation>
        </message>
        <message>
            <source>Collections</source>
            <translation>Colecciones</translation>
        </message>
        <message>
            <source>Learning</source>
            <translation>Aprendizaje</translation>
        </message>
        <message>
            <source>Kept by me</source>
            <translation>Lo que guardé</translation>
        </message>
        <message>
            <source>Everybody in the class has a turn before anybody has another one.</source>
            <translation>A todos en la clase les llega su turno antes de que alguien repita.</translation>
        </message>
        <message>
            <source>Among those whose turn it is, whoever improved most on their own results comes first.</source>
            <translation>Entre quienes tienen el turno, va primero quien más mejoró sus propios resultados.</translation>
        </message>
        <message>
            <source>Only what was shared with the class can be shown.</source>
            <translation>Solo puede mostrarse lo que se compartió con la clase.</translation>
        </message>
        <message>
            <source>Likes and places on a board do not count.</source>
            <translation>Los «me gusta» y los puestos en una tabla no cuentan.</translation>
        </message>
        <message>
            <source>Teachers can add what they noticed themselves.</source>
            <translation>Los profesores pueden añadir lo que ellos mismos notaron.</translation>
        </message>
        <message>
            <source>Everyone at your school, and music students elsewhere who see a made-up name</source>
            <translation>Todos en tu escuela, y alumnos de música de otros lugares que ven un nombre inventado</translation>
        </message>
        <message>
            <source>Only you until a teacher has looked at it</source>
            <translation>Solo tú, hasta que un profesor lo haya visto</translation>
        </message>
        <message>
            <source>Nobody else for now: an adult is looking at it</source>
            <translation>Nadie más por ahora: un adulto lo está mirando</translation>
        </message>
        <message>
            <source>Nobody: an adult took it away</source>
            <translation>Nadie: un adulto lo quitó</translation>
        </message>
        <message>
            <source>Your teacher has switched sharing off for the class, so it stays in your family.</source>
            <translation>Tu profesor ha apagado compartir en la clase, así que se queda en tu familia.</translation>
        </message>
        <message>
            <source>Your teacher has asked that your shares stay in your family.</source>
            <translation>Tu profesor ha pedido que lo que compartes se quede en tu familia.</translation>
        </message>
        <message>
            <source>Your teacher has asked that your shares stay in your class.</source>
            <translation>Tu profesor ha pedido que lo que compartes se quede en tu clase.</translation>
        </message>
        <message>
            <source>Your teacher has asked that your shares stay at your school.</source>
            <translation>Tu profesor ha pedido que lo que compartes se quede en tu escuela.</translation>
        </message>
        <message>
            <source>Your family has asked that your shares stay in the family.</source>
            <translation>Tu familia ha pedido que lo que compartes se quede en la familia.</translation>
        </message>
        <message>
            <source>Your family has asked that your shares stay in your class.</source>
            <translation>Tu familia ha pedido que lo que compartes se quede en tu clase.</translation>
        </message>
        <message>
            <source>Your family has not opened the wider music community for you, so it stays at your school.</source>
            <translation>Tu familia no ha abierto para ti la comunidad musical más amplia, así que se queda en tu escuela.</translation>
        </message>
        <message>
            <source>I love playing the piano.</source>
            <translation>Me encanta tocar el piano.</translation>
        </message>
        <message>
            <source>I love singing.</source>
            <translation>Me encanta cantar.</translation>
        </message>
        <message>
            <source>Rhythm is my thing.</source>
            <translation>El ritmo es lo mío.</translation>
        </message>
        <message>
            <source>I listen to music all day.</source>
            <translation>Escucho música todo el día.</translation>
        </message>
        <message>
            <source>I am learning to read music.</source>
            <translation>Estoy aprendiendo a leer música.</translation>
        </message>
        <message>
            <source>I like playing what I have never seen before.</source>
            <translation>Me gusta tocar lo que nunca he visto antes.</translation>
        </message>
        <message>
            <source>I practise a little every day.</source>
            <translation>Practico un poco cada día.</translation>
        </message>
        <message>
            <source>I like playing with others.</source>
            <translation>Me gusta tocar con otros.</translation>
        </message>
        <message>
            <source>I make up my own music.</source>
            <translation>Invento mi propia música.</translation>
        </message>
        <message>
            <source>I have just started.</source>
            <translation>Acabo de empezar.</translation>
        </message>
        <message>
            <source>I play more than one instrument.</source>
            <translation>Toco más de un instrumento.</translation>
        </message>
        <message>
            <source>I like quiet pieces.</source>
            <translation>Me gustan las piezas tranquilas.</translation>
        </message>
        <message>
            <source>I like loud pieces.</source>
            <translation>Me gustan las piezas fuertes.</translation>
        </message>
        <message>
            <source>{name} shared: {title}</source>
            <translation>{name} compartió: {title}</translation>
        </message>
        <message>
            <source>{name} shared something with you: {title}</source>
            <translation>{name} compartió algo contigo: {title}</translation>
        </message>
        <message>
            <source>A name needs at least {least} characters.</source>
            <translation>Un nombre necesita al menos {least} caracteres.</translation>
        </message>
        <message>
            <source>A name is made of letters, numbers and spaces.</source>
            <translation>Un nombre se hace con letras, números y espacios.</translation>
        </message>
        <message>
            <source>Please use at most three digits, so that it can't be a phone number or a birthday.</source>
            <translation>Usa como mucho tres cifras, para que no pueda ser un teléfono ni un cumpleaños.</translation>
        </message>
        <message>
            <source>Please don't use your real name. Pick a stage name instead.</source>
            <translation>Por favor, no uses tu nombre real. Elige un nombre artístico.</translation>
        </message>
        <message>
            <source>Somebody has that name already.</source>
            <translation>Alguien ya tiene ese nombre.</translation>
        </message>
        <message>
            <source>Please pick a region from your school's list.</source>
            <translation>Por favor, elige una región de la lista de tu escuela.</translation>
        </message>
        <message>
            <source>Please pick one of the pictures.</source>
            <translation>Por favor, elige una de las imágenes.</translation>
        </message>
        <message>
            <source>Please pick one of the styles.</source>
            <translation>Por favor, elige uno de los estilos.</translation>
        </message>
        <message>
            <source>A showcase holds {most} badges.</source>
            <translation>En una vitrina caben {most} insignias.</translation>
        </message>
        <message>
            <source>A showcase shows what you have earned.</source>
            <translation>Una vitrina muestra lo que has logrado.</translation>
        </message>
        <message>
            <source>Please keep it to {most} characters. This is {count}.</source>
            <translation>Por favor, no más de {most} caracteres. Aquí hay {count}.</translation>
        </message>
        <message>
            <source>There is nothing to send yet.</source>
            <translation>Aún no hay nada que enviar.</translation>
        </message>
        <message>
            <source>May be about hurting oneself. Please look at this now and follow your school's plan.</source>
            <translation>Puede tratarse de hacerse daño. Por favor, mírelo ahora y siga el plan de su escuela.</translation>
        </message>
        <message>
            <source>May hold personal data</source>
            <translation>Puede contener datos personales</translation>
        </message>
        <message>
            <source>Somebody reported it</source>
            <translation>Alguien avisó</translation>
        </message>
        <message>
            <source>May be unkind</source>
            <translation>Puede ser poco amable</translation>
        </message>
        <message>
            <source>This is not shared any more.</source>
            <translation>Esto ya no está compartido.</translation>
        </message>
        <message>
            <source>This is not shared any more. Its author may have taken it back; that is all right.</source>
            <translation>Esto ya no está compartido. Quizá quien lo publicó lo retiró; está bien así.</translation>
        </message>
        <message>
            <source>This badge is not on this computer.</source>
            <translation>Esta insignia no está en este equipo.</translation>
        </message>
        <message>
            <source>Words are switched off here. A celebration still works.</source>
            <translation>Aquí no se pueden escribir palabras. Celebrar sí funciona.</translation>
        </message>
        <message>
            <source>Here you can pick one of the sentences.</source>
            <translation>Aquí puedes elegir una de las frases.</translation>
        </message>
        <message>
            <source>Please pick one of the rules for comments.</source>
            <translation>Por favor, elija una de las reglas para los comentarios.</translation>
        </message>
        <message>
            <source>Please pick an end that is still to come.</source>
            <translation>Por favor, elija un final que aún esté por llegar.</translation>
        </message>
        <message>
            <source>Your teacher has asked for a break from words and reactions. It ends by itself.</source>
            <translation>Tu profesor ha pedido una pausa de palabras y reacciones. Termina sola.</translation>
        </message>
        <message>
            <source>Schools that take part may see it under a made-up name</source>
            <translation>Las escuelas que participan pueden verlo con un nombre inventado</translation>
        </message>
        <message>
            <source>{subject}</source>
            <translation>{subject}</translation>
        </message>
        <message>
            <source>This is not here any more.</source>
            <translation>Esto ya no está aquí.</translation>
        </message>
        <message>
            <source>This challenge is not on this computer.</source>
            <translation>Este reto no está en este equipo.</translation>
        </message>
        <message>
            <source>A challenge ends after it begins.</source>
            <translation>Un reto termina después de empezar.</translation>
        </message>
        <message>
            <source>Please pick a class or a student.</source>
            <translation>Por favor, elija una clase o un alumno.</translation>
        </message>
        <message>
            <source>Please pick a day of the calendar.</source>
            <translation>Por favor, elija un día del calendario.</translation>
        </message>
        <message>
            <source>This profile is not shared with you.</source>
            <translation>Este perfil no se comparte contigo.</translation>
        </message>
        <message>
            <source>This is not one of your shares.</source>
            <translation>Esto no lo compartiste tú.</translation>
        </message>
        <message>
            <source>This can't be decided here.</source>
            <translation>Esto no se puede decidir aquí.</translation>
        </message>
        <message>
            <source>These words were changed meanwhile. Please read them again.</source>
            <translation>Estas palabras se cambiaron mientras tanto. Por favor, léalas otra vez.</translation>
        </message>
        <message>
            <source>The school has not linked this child to you.</source>
            <translation>La escuela no le ha vinculado con este niño.</translation>
        </message>
        <message>
            <source>This is not on this computer.</source>
            <translation>Esto no está en este equipo.</translation>
        </message>
        <message>
            <source>Please pick one of the reasons.</source>
            <translation>Por favor, elige uno de los motivos.</translation>
        </message>
        <message>
            <source>Only another student can be blocked.</source>
            <translation>Solo se puede bloquear a otro alumno.</translation>
        </message>
        <message>
            <source>{points} points</source>
            <translation>{points} puntos</translation>
        </message>
        <message>
            <source>{count} days of music in a row</source>
            <translation>{count} días seguidos de música</translation>
        </message>
        <message>
            <source>{count} weeks of music in a row</source>
            <translation>{count} semanas seguidas de música</translation>
        </message>
        <message>
            <source>A new personal best: {percent} %</source>
            <translation>Una nueva mejor marca: {percent} %</translation>
        </message>
        <message>
            <source>Every answer right</source>
            <translation>Todas las respuestas bien</translation>
        </message>
        <message>
            <source>On the board of {challenge}</source>
            <translation>En la tabla de {challenge}</translation>
        </message>
        <message>
            <source>Place {rank} in {challenge}</source>
            <translation>Puesto {rank} en {challenge}</translation>
        </message>
        <message>
            <source>A second adult has looked: it is back</source>
            <translation>Un segundo adulto lo ha mirado: vuelve a estar</translation>
        </message>
        <message>
            <source>A second adult has looked: it stays away</source>
            <translation>Un segundo adulto lo ha mirado: sigue retirado</translation>
        </message>
        <message>
            <source>{name} was taken back. The reason: {reason}</source>
            <translation>{name} se retiró. El motivo: {reason}</translation>
        </message>
        <message>
            <source>Please give the challenge a name.</source>
            <translation>Por favor, pon un nombre al reto.</translation>
        </message>
        <message>
            <source>This can be seen already.</source>
            <translation>Esto ya se puede ver.</translation>
        </message>
        <message>
            <source>This was answered meanwhile.</source>
            <translation>Entretanto ya se respondió.</translation>
        </message>
        <message>
            <source>You have closed this yourself. Please ask a colleague to look.</source>
            <translation>Lo has cerrado tú. Pide a un colega que lo mire.</translation>
        </message>
        <message>
            <source>The words come with the next contact to the school. Please look again then.</source>
            <translation>El texto llega con la próxima conexión con la escuela. Míralo entonces.</translation>
        </message>
        <message>
            <source>An adult has hidden your words about: {title}</source>
            <translation>Un adulto ha ocultado tus palabras sobre: {title}</translation>
        </message>
        <message>
            <source>An adult has hidden what you shared: {title}</source>
            <translation>Un adulto ha ocultado lo que compartiste: {title}</translation>
        </message>
        <message>
            <source>An adult has hidden a comment of yours</source>
            <translation>Un adulto ha ocultado un comentario tuyo</translation>
        </message>
        <message>
            <source>{name} was taken back. The reason: {title}</source>
            <translation>Se ha retirado {name}. El motivo: {title}</translation>
        </message>
        <message>
            <source>It can't be shown yet: {why}.</source>
            <translation>Aún no se puede mostrar: {why}.</translation>
        </message>
        <message>
            <source>This program was set up without its microphone part. You can play this game on the keys; a grown-up can add the part “mic” to the installation.</source>
            <translation>Este programa se instaló sin la parte del micrófono. Puedes jugar con las teclas; una persona adulta puede añadir la parte “mic” a la instalación.</translation>
        </message>
        <message>
            <source>No microphone can be used. Plug one in, or allow the microphone for this program in the computer’s privacy settings. You can also play this game on the keys.</source>
            <translation>No se puede usar ningún micrófono. Conecta uno o permite el micrófono para este programa en los ajustes de privacidad del ordenador. También puedes jugar con las teclas.</translation>
        </message>
        <message>
            <source>The microphone hears nothing at all. Perhaps it is switched off, or the computer does not allow it for this program. You can also play this game on the keys.</source>
            <translation>El micrófono no oye nada. Quizá está apagado o el ordenador no lo permite para este programa. También puedes jugar con las teclas.</translation>
        </message>
        <message>
            <source>The microphone is gone. Plug it in again and switch it on once more here.</source>
            <translation>El micrófono ya no está. Vuelve a conectarlo y enciéndelo aquí otra vez.</translation>
        </message>
        <message>
            <source>This game is played on a real keyboard. Please plug a MIDI keyboard into this computer with its USB cable and switch it on.</source>
            <translation>Este juego se toca en un teclado de verdad. Conecta un teclado MIDI a este ordenador con su cable USB y enciéndelo.</translation>
        </message>
        <message>
            <source>This game is played on a real keyboard. Please plug in “{keyboard}” and switch it on.</source>
            <translation>Este juego se toca en un teclado de verdad. Conecta “{keyboard}” y enciéndelo.</translation>
        </message>
        <message>
            <source>“{keyboard}” is there but could not be opened. Perhaps another program uses it: close that program, or plug the keyboard in again.</source>
            <translation>“{keyboard}” está ahí, pero no se pudo abrir. Quizá lo usa otro programa: ciérralo o vuelve a conectar el teclado.</translation>
        </message>
        <message>
            <source>“{keyboard}” is not connected any more. Plug its cable in again: the game waits for you, and nothing that you played is lost.</source>
            <translation>“{keyboard}” ya no está conectado. Vuelve a enchufar su cable: el juego te espera y no se pierde nada de lo que tocaste.</translation>
        </message>
        <message>
            <source>Paused. Press “Go on” when you are ready.</source>
            <translation>En pausa. Pulsa “Seguir” cuando quieras.</translation>
        </message>
        <message>
            <source>This is where you were. Press “Go on” when you are ready.</source>
            <translation>Aquí te quedaste. Pulsa “Seguir” cuando quieras.</translation>
        </message>
        <message>
            <source>The computer was asleep. Nothing is lost: press “Go on” when you are ready.</source>
            <translation>El ordenador estaba dormido. No se ha perdido nada: pulsa “Seguir” cuando quieras.</translation>
        </message>
        <message>
            <source>Yes, {note}.</source>
            <translation>Sí, {note}.</translation>
        </message>
        <message>
            <source>{note} is missing.</source>
            <translation>Falta {note}.</translation>
        </message>
        <message>
            <source>staccato</source>
            <translation>staccato</translation>
        </message>
        <message>
            <source>Play it staccato: short.</source>
            <translation>Tócalo staccato: corto.</translation>
        </message>
        <message>
            <source>Staccato: each note short, with air between.</source>
            <translation>Staccato: cada nota corta, con aire entre ellas.</translation>
        </message>
        <message>
            <source>legato</source>
            <translation>legato</translation>
        </message>
        <message>
            <source>Play it legato: bound together.</source>
            <translation>Tócalo legato: ligado.</translation>
        </message>
        <message>
            <source>Legato: each note lasts until the next.</source>
            <translation>Legato: cada nota dura hasta la siguiente.</translation>
        </message>
        <message>
            <source>A short line of notes</source>
            <translation>Una línea corta de notas</translation>
        </message>
        <message>
            <source>Listen. Are the notes short or bound?</source>
            <translation>Escucha. ¿Las notas son cortas o ligadas?</translation>
        </message>
        <message>
            <source>Play the chord {numeral} in {note} major.</source>
            <translation>Toca el acorde {numeral} en {note} mayor.</translation>
        </message>
        <message>
            <source>authentic (V–I)</source>
            <translation>auténtica (V–I)</translation>
        </message>
        <message>
            <source>Authentic: from V home to I, a full stop.</source>
            <translation>Auténtica: de V a casa, I; un punto final.</translation>
        </message>
        <message>
            <source>plagal (IV–I)</source>
            <translation>plagal (IV–I)</translation>
        </message>
        <message>
            <source>Plagal: from IV home to I, as in Amen.</source>
            <translation>Plagal: de IV a casa, I, como en Amén.</translation>
        </message>
        <message>
            <source>half (ends on V)</source>
            <translation>suspensiva (acaba en V)</translation>
        </message>
        <message>
            <source>Half cadence: it stops on V, like a comma.</source>
            <translation>Semicadencia: se detiene en V, como una coma.</translation>
        </message>
        <message>
            <source>deceptive (V–VI)</source>
            <translation>rota (V–VI)</translation>
        </message>
        <message>
            <source>Deceptive: V leads you to expect home, and goes to VI.</source>
            <translation>Rota: V te hace esperar la casa y va a VI.</translation>
        </message>
        <message>
            <source>{numeral} is the chord of {chord}.</source>
            <translation>{numeral} es el acorde de {chord}.</translation>
        </message>
        <message>
            <source>Play the chord {numeral} in {note} minor.</source>
            <translation>Toca el acorde {numeral} en {note} menor.</translation>
        </message>
        <message>
            <source>Listen to the phrase. How does it end?</source>
            <translation>Escucha la frase. ¿Cómo termina?</translation>
        </message>
        <message>
            <source>Four chords</source>
            <translation>Cuatro acordes</translation>
        </message>
        <message>
            <source>A chord</source>
            <translation>Un acorde</translation>
        </message>
        <message>
            <source>Yes, {chord}.</source>
            <translation>Sí, {chord}.</translation>
        </message>
        <message>
            <source>major</source>
            <translation>mayor</translation>
        </message>
        <message>
            <source>Major: a major third below, a minor third above. It sounds bright.</source>
            <translation>Mayor: tercera mayor abajo, tercera menor arriba. Suena luminoso.</translation>
        </message>
        <message>
            <source>minor</source>
            <translation>menor</translation>
        </message>
        <message>
            <source>Minor: a minor third below, a major third above. It sounds dark.</source>
            <translation>Menor: tercera menor abajo, tercera mayor arriba. Suena oscuro.</translation>
        </message>
        <message>
            <source>diminished</source>
            <translation>disminuido</translation>
        </message>
        <message>
            <source>Diminished: two minor thirds. It sounds tense and small.</source>
            <translation>Disminuido: dos terceras menores. Suena tenso y pequeño.</translation>
        </message>
        <message>
            <source>augmented</source>
            <translation>aumentado</translation>
        </message>
        <message>
            <source>Augmented: two major thirds. It sounds wide and floating.</source>
            <translation>Aumentado: dos terceras mayores. Suena amplio y flotante.</translation>
        </message>
        <message>
            <source>suspended fourth</source>
            <translation>cuarta suspendida</translation>
        </message>
        <message>
            <source>Suspended: the fourth waits in the third's place.</source>
            <translation>Suspendido: la cuarta espera en el lugar de la tercera.</translation>
        </message>
        <message>
            <source>dominant seventh</source>
            <translation>séptima de dominante</translation>
        </message>
        <message>
            <source>Dominant seventh: a major chord with a minor seventh.</source>
            <translation>Séptima de dominante: un acorde mayor con séptima menor.</translation>
        </message>
        <message>
            <source>major seventh</source>
            <translation>séptima mayor</translation>
        </message>
        <message>
            <source>Major seventh: a major chord with a major seventh, soft.</source>
            <translation>Séptima mayor: un acorde mayor con séptima mayor, suave.</translation>
        </message>
        <message>
            <source>minor seventh</source>
            <translation>séptima menor</translation>
        </message>
        <message>
            <source>Minor seventh: a minor chord with a minor seventh.</source>
            <translation>Séptima menor: un acorde menor con séptima menor.</translation>
        </message>
        <message>
            <source>root position</source>
            <translation>posición fundamental</translation>
        </message>
        <message>
            <source>Root position: the root is the lowest note.</source>
            <translation>Posición fundamental: la fundamental es la nota más grave.</translation>
        </message>
        <message>
            <source>first inversion</source>
            <translation>primera inversión</translation>
        </message>
        <message>
            <source>First inversion: the third is the lowest note.</source>
            <translation>Primera inversión: la tercera es la nota más grave.</translation>
        </message>
        <message>
            <source>second inversion</source>
            <translation>segunda inversión</translation>
        </message>
        <message>
            <source>Second inversion: the fifth is the lowest note.</source>
            <translation>Segunda inversión: la quinta es la nota más grave.</translation>
        </message>
        <message>
            <source>third inversion</source>
            <translation>tercera inversión</translation>
        </message>
        <message>
            <source>Third inversion: the seventh is the lowest note.</source>
            <translation>Tercera inversión: la séptima es la nota más grave.</translation>
        </message>
        <message>
            <source>Listen. Which kind of chord is it?</source>
            <translation>Escucha. ¿Qué tipo de acorde es?</translation>
        </message>
        <message>
            <source>Which kind of chord is it?</source>
            <translation>¿Qué tipo de acorde es?</translation>
        </message>
        <message>
            <source>Which position does this chord have?</source>
            <translation>¿En qué posición está este acorde?</translation>
        </message>
        <message>
            <source>{chord}</source>
            <translation>{chord}</translation>
        </message>
        <message>
            <source>This is {chord}.</source>
            <translation>Esto es {chord}.</translation>
        </message>
        <message>
            <source>Which chord is this?</source>
            <translation>¿Qué acorde es este?</translation>
        </message>
        <message>
            <source>This is {chord}. Press all its keys together.</source>
            <translation>Esto es {chord}. Pulsa todas sus teclas a la vez.</translation>
        </message>
        <message>
            <source>Play this chord.</source>
            <translation>Toca este acorde.</translation>
        </message>
        <message>
            <source>Play the chord {chord}.</source>
            <translation>Toca el acorde {chord}.</translation>
        </message>
        <message>
            <source>Play it very softly (pp, pianissimo).</source>
            <translation>Tócalo muy suave (pp, pianissimo).</translation>
        </message>
        <message>
            <source>pp: very soft.</source>
            <translation>pp: muy suave.</translation>
        </message>
        <message>
            <source>Play it softly (p, piano).</source>
            <translation>Tócalo suave (p, piano).</translation>
        </message>
        <message>
            <source>p: soft.</source>
            <translation>p: suave.</translation>
        </message>
        <message>
            <source>Play it rather softly (mp, mezzo piano).</source>
            <translation>Tócalo bastante suave (mp, mezzo piano).</translation>
        </message>
        <message>
            <source>mp: rather soft.</source>
            <translation>mp: bastante suave.</translation>
        </message>
        <message>
            <source>Play it rather loudly (mf, mezzo forte).</source>
            <translation>Tócalo bastante fuerte (mf, mezzo forte).</translation>
        </message>
        <message>
            <source>mf: rather loud.</source>
            <translation>mf: bastante fuerte.</translation>
        </message>
        <message>
            <source>Play it loudly (f, forte).</source>
            <translation>Tócalo fuerte (f, forte).</translation>
        </message>
        <message>
            <source>f: loud.</source>
            <translation>f: fuerte.</translation>
        </message>
        <message>
            <source>Play it very loudly (ff, fortissimo).</source>
            <translation>Tócalo muy fuerte (ff, fortissimo).</translation>
        </message>
        <message>
            <source>ff: very loud.</source>
            <translation>ff: muy fuerte.</translation>
        </message>
        <message>
            <source>{sign}</source>
            <translation>{sign}</translation>
        </message>
        <message>
            <source>Just as you heard it.</source>
            <translation>Tal como lo oíste.</translation>
        </message>
        <message>
            <source>A melody</source>
            <translation>Una melodía</translation>
        </message>
        <message>
            <source>Listen, then sing or play it back.</source>
            <translation>Escucha y luego cántalo o tócalo.</translation>
        </message>
        <message>
            <source>Listen, then play it back. The marked key comes first.</source>
            <translation>Escucha y luego tócalo. La tecla marcada es la primera.</translation>
        </message>
        <message>
            <source>Both hands together, all the way.</source>
            <translation>Las dos manos juntas, hasta el final.</translation>
        </message>
        <message>
            <source>Play both hands together, one pair after the other.</source>
            <translation>Toca las dos manos juntas, una pareja tras otra.</translation>
        </message>
        <message>
            <source>Music for both hands</source>
            <translation>Música para las dos manos</translation>
        </message>
        <message>
            <source>The second note was higher: further right on the keys.</source>
            <translation>La segunda nota era más aguda: más a la derecha en el teclado.</translation>
        </message>
        <message>
            <source>Both notes were the same.</source>
            <translation>Las dos notas eran iguales.</translation>
        </message>
        <message>
            <source>The second note was lower: further left on the keys.</source>
            <translation>La segunda nota era más grave: más a la izquierda en el teclado.</translation>
        </message>
        <message>
            <source>The second note was louder.</source>
            <translation>La segunda nota era más fuerte.</translation>
        </message>
        <message>
            <source>The second note was softer.</source>
            <translation>La segunda nota era más suave.</translation>
        </message>
        <message>
            <source>The second note lasted longer.</source>
            <translation>La segunda nota duraba más.</translation>
        </message>
        <message>
            <source>The second note was shorter.</source>
            <translation>La segunda nota era más corta.</translation>
        </message>
        <message>
            <source>Listen: the second note is higher. On the keys it lies further right.</source>
            <translation>Escucha: la segunda nota es más aguda. En el teclado está más a la derecha.</translation>
        </message>
        <message>
            <source>Listen: both notes are the same.</source>
            <translation>Escucha: las dos notas son iguales.</translation>
        </message>
        <message>
            <source>Listen: the second note is lower. On the keys it lies further left.</source>
            <translation>Escucha: la segunda nota es más grave. En el teclado está más a la izquierda.</translation>
        </message>
        <message>
            <source>Listen: the second note is louder.</source>
            <translation>Escucha: la segunda nota es más fuerte.</translation>
        </message>
        <message>
            <source>Listen: the second note is softer.</source>
            <translation>Escucha: la segunda nota es más suave.</translation>
        </message>
        <message>
            <source>Listen: the second note lasts longer.</source>
            <translation>Escucha: la segunda nota dura más.</translation>
        </message>
        <message>
            <source>Listen: the second note is shorter.</source>
            <translation>Escucha: la segunda nota es más corta.</translation>
        </message>
        <message>
            <source>higher</source>
            <translation>más aguda</translation>
        </message>
        <message>
            <source>the same</source>
            <translation>igual</translation>
        </message>
        <message>
            <source>lower</source>
            <translation>más grave</translation>
        </message>
        <message>
            <source>louder</source>
            <translation>más fuerte</translation>
        </message>
        <message>
            <source>softer</source>
            <translation>más suave</translation>
        </message>
        <message>
            <source>longer</source>
            <translation>más larga</translation>
        </message>
        <message>
            <source>shorter</source>
            <translation>más corta</translation>
        </message>
        <message>
            <source>Listen to two notes. How is the second?</source>
            <translation>Escucha dos notas. ¿Cómo es la segunda?</translation>
        </message>
        <message>
            <source>Play a little more: try three notes and repeat them.</source>
            <translation>Toca un poco más: prueba tres notas y repítelas.</translation>
        </message>
        <message>
            <source>Your own music, all of it in the scale.</source>
            <translation>Tu propia música, toda dentro de la escala.</translation>
        </message>
        <message>
            <source>Your own music, with some colour beside it.</source>
            <translation>Tu propia música, con algún color de fuera.</translation>
        </message>
        <message>
            <source>In the scale.</source>
            <translation>En la escala.</translation>
        </message>
        <message>
            <source>Outside the scale: lead it on to a neighbour.</source>
            <translation>Fuera de la escala: llévala a una vecina.</translation>
        </message>
        <message>
            <source>Play {note} again.</source>
            <translation>Toca {note} otra vez.</translation>
        </message>
        <message>
            <source>Play the note a second above {note}.</source>
            <translation>Toca la nota una segunda por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a third above {note}.</source>
            <translation>Toca la nota una tercera por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a fourth above {note}.</source>
            <translation>Toca la nota una cuarta por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a fifth above {note}.</source>
            <translation>Toca la nota una quinta por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a sixth above {note}.</source>
            <translation>Toca la nota una sexta por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a seventh above {note}.</source>
            <translation>Toca la nota una séptima por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note an octave above {note}.</source>
            <translation>Toca la nota una octava por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a second below {note}.</source>
            <translation>Toca la nota una segunda por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a third below {note}.</source>
            <translation>Toca la nota una tercera por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a fourth below {note}.</source>
            <translation>Toca la nota una cuarta por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a fifth below {note}.</source>
            <translation>Toca la nota una quinta por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a sixth below {note}.</source>
            <translation>Toca la nota una sexta por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a seventh below {note}.</source>
            <translation>Toca la nota una séptima por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note an octave below {note}.</source>
            <translation>Toca la nota una octava por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a minor second above {note}.</source>
            <translation>Toca la nota una segunda menor por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a major second above {note}.</source>
            <translation>Toca la nota una segunda mayor por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a minor third above {note}.</source>
            <translation>Toca la nota una tercera menor por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a major third above {note}.</source>
            <translation>Toca la nota una tercera mayor por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a perfect fourth above {note}.</source>
            <translation>Toca la nota una cuarta justa por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a tritone above {note}.</source>
            <translation>Toca la nota un tritono por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a perfect fifth above {note}.</source>
            <translation>Toca la nota una quinta justa por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a minor sixth above {note}.</source>
            <translation>Toca la nota una sexta menor por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a major sixth above {note}.</source>
            <translation>Toca la nota una sexta mayor por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a minor seventh above {note}.</source>
            <translation>Toca la nota una séptima menor por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a major seventh above {note}.</source>
            <translation>Toca la nota una séptima mayor por encima de {note}.</translation>
        </message>
        <message>
            <source>Play the note a minor second below {note}.</source>
            <translation>Toca la nota una segunda menor por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a major second below {note}.</source>
            <translation>Toca la nota una segunda mayor por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a minor third below {note}.</source>
            <translation>Toca la nota una tercera menor por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a major third below {note}.</source>
            <translation>Toca la nota una tercera mayor por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a perfect fourth below {note}.</source>
            <translation>Toca la nota una cuarta justa por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a tritone below {note}.</source>
            <translation>Toca la nota un tritono por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a perfect fifth below {note}.</source>
            <translation>Toca la nota una quinta justa por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a minor sixth below {note}.</source>
            <translation>Toca la nota una sexta menor por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a major sixth below {note}.</source>
            <translation>Toca la nota una sexta mayor por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a minor seventh below {note}.</source>
            <translation>Toca la nota una séptima menor por debajo de {note}.</translation>
        </message>
        <message>
            <source>Play the note a major seventh below {note}.</source>
            <translation>Toca la nota una séptima mayor por debajo de {note}.</translation>
        </message>
        <message>
            <source>unison</source>
            <translation>unísono</translation>
        </message>
        <message>
            <source>Both notes are the same: a unison.</source>
            <translation>Las dos notas son iguales: un unísono.</translation>
        </message>
        <message>
            <source>second</source>
            <translation>segunda</translation>
        </message>
        <message>
            <source>A second: from a line to the next space, or a space to the next line.</source>
            <translation>Una segunda: de una línea al espacio siguiente, o de un espacio a la línea siguiente.</translation>
        </message>
        <message>
            <source>third</source>
            <translation>tercera</translation>
        </message>
        <message>
            <source>A third: from line to next line, or space to next space.</source>
            <translation>Una tercera: de línea a la línea siguiente, o de espacio al espacio siguiente.</translation>
        </message>
        <message>
            <source>fourth</source>
            <translation>cuarta</translation>
        </message>
        <message>
            <source>A fourth: four letters, one from a line and one from a space.</source>
            <translation>Una cuarta: cuatro letras, una en línea y otra en espacio.</translation>
        </message>
        <message>
            <source>fifth</source>
            <translation>quinta</translation>
        </message>
        <message>
            <source>A fifth: line to line or space to space, with one of its kind between.</source>
            <translation>Una quinta: línea con línea o espacio con espacio, con otro igual en medio.</translation>
        </message>
        <message>
            <source>sixth</source>
            <translation>sexta</translation>
        </message>
        <message>
            <source>A sixth: six letters, one note on a line and one in a space.</source>
            <translation>Una sexta: seis letras, una nota en línea y otra en espacio.</translation>
        </message>
        <message>
            <source>seventh</source>
            <translation>séptima</translation>
        </message>
        <message>
            <source>A seventh: one letter short of the octave.</source>
            <translation>Una séptima: una letra menos que la octava.</translation>
        </message>
        <message>
            <source>octave</source>
            <translation>octava</translation>
        </message>
        <message>
            <source>An octave: the same letter again.</source>
            <translation>Una octava: otra vez la misma letra.</translation>
        </message>
        <message>
            <source>A unison: the same note twice.</source>
            <translation>Un unísono: la misma nota dos veces.</translation>
        </message>
        <message>
            <source>minor second</source>
            <translation>segunda menor</translation>
        </message>
        <message>
            <source>A minor second: one half step, very narrow.</source>
            <translation>Una segunda menor: un semitono, muy estrecha.</translation>
        </message>
        <message>
            <source>major second</source>
            <translation>segunda mayor</translation>
        </message>
        <message>
            <source>A major second: two half steps, as a scale begins.</source>
            <translation>Una segunda mayor: dos semitonos, como empieza una escala.</translation>
        </message>
        <message>
            <source>minor third</source>
            <translation>tercera menor</translation>
        </message>
        <message>
            <source>A minor third: three half steps, the darker third.</source>
            <translation>Una tercera menor: tres semitonos, la tercera más oscura.</translation>
        </message>
        <message>
            <source>major third</source>
            <translation>tercera mayor</translation>
        </message>
        <message>
            <source>A major third: four half steps, the brighter third.</source>
            <translation>Una tercera mayor: cuatro semitonos, la tercera más clara.</translation>
        </message>
        <message>
            <source>perfect fourth</source>
            <translation>cuarta justa</translation>
        </message>
        <message>
            <source>A perfect fourth: five half steps, like a call to set off.</source>
            <translation>Una cuarta justa: cinco semitonos, como una llamada a partir.</translation>
        </message>
        <message>
            <source>tritone</source>
            <translation>tritono</translation>
        </message>
        <message>
            <source>A tritone: six half steps, restless and wanting to move.</source>
            <translation>Un tritono: seis semitonos, inquieto y con ganas de moverse.</translation>
        </message>
        <message>
            <source>perfect fifth</source>
            <translation>quinta justa</translation>
        </message>
        <message>
            <source>A perfect fifth: seven half steps, open and calm.</source>
            <translation>Una quinta justa: siete semitonos, abierta y tranquila.</translation>
        </message>
        <message>
            <source>minor sixth</source>
            <translation>sexta menor</translation>
        </message>
        <message>
            <source>A minor sixth: eight half steps, wide and dark.</source>
            <translation>Una sexta menor: ocho semitonos, amplia y oscura.</translation>
        </message>
        <message>
            <source>major sixth</source>
            <translation>sexta mayor</translation>
        </message>
        <message>
            <source>A major sixth: nine half steps, wide and bright.</source>
            <translation>Una sexta mayor: nueve semitonos, amplia y clara.</translation>
        </message>
        <message>
            <source>A minor seventh: ten half steps, two short of the octave.</source>
            <translation>Una séptima menor: diez semitonos, dos menos que la octava.</translation>
        </message>
        <message>
            <source>A major seventh: eleven half steps, one short of the octave.</source>
            <translation>Una séptima mayor: once semitonos, uno menos que la octava.</translation>
        </message>
        <message>
            <source>An octave: twelve half steps, the same name again.</source>
            <translation>Una octava: doce semitonos, otra vez el mismo nombre.</translation>
        </message>
        <message>
            <source>Which interval is this?</source>
            <translation>¿Qué intervalo es este?</translation>
        </message>
        <message>
            <source>Two notes</source>
            <translation>Dos notas</translation>
        </message>
        <message>
            <source>Listen. Which interval do you hear?</source>
            <translation>Escucha. ¿Qué intervalo oyes?</translation>
        </message>
        <message>
            <source>{note} major</source>
            <translation>{note} mayor</translation>
        </message>
        <message>
            <source>The last flat but one is home: {note} major.</source>
            <translation>El penúltimo bemol es la casa: {note} mayor.</translation>
        </message>
        <message>
            <source>{note} minor</source>
            <translation>{note} menor</translation>
        </message>
        <message>
            <source>{note} minor shares its signature with {relative} major.</source>
            <translation>{note} menor comparte su armadura con {relative} mayor.</translation>
        </message>
        <message>
            <source>No sharps and no flats: {note} major.</source>
            <translation>Sin sostenidos ni bemoles: {note} mayor.</translation>
        </message>
        <message>
            <source>The last sharp is one step below home: {note} major.</source>
            <translation>El último sostenido está un paso por debajo de la casa: {note} mayor.</translation>
        </message>
        <message>
            <source>One flat alone: {note} major.</source>
            <translation>Un solo bemol: {note} mayor.</translation>
        </message>
        <message>
            <source>A key signature</source>
            <translation>Una armadura</translation>
        </message>
        <message>
            <source>Which minor key is this?</source>
            <translation>¿Qué tonalidad menor es esta?</translation>
        </message>
        <message>
            <source>Which major key is this?</source>
            <translation>¿Qué tonalidad mayor es esta?</translation>
        </message>
        <message>
            <source>Press the home note of this minor key.</source>
            <translation>Pulsa la nota de casa de esta tonalidad menor.</translation>
        </message>
        <message>
            <source>Press the home note of this major key.</source>
            <translation>Pulsa la nota de casa de esta tonalidad mayor.</translation>
        </message>
        <message>
            <source>Press the lowest {note} you see.</source>
            <translation>Pulsa el {note} más grave que ves.</translation>
        </message>
        <message>
            <source>{note}</source>
            <translation>{note}</translation>
        </message>
        <message>
            <source>{note} is the black key just right of {white}.</source>
            <translation>{note} es la tecla negra justo a la derecha de {white}.</translation>
        </message>
        <message>
            <source>{note} is the black key just left of {white}.</source>
            <translation>{note} es la tecla negra justo a la izquierda de {white}.</translation>
        </message>
        <message>
            <source>Press the highest {note} you see.</source>
            <translation>Pulsa el {note} más agudo que ves.</translation>
        </message>
        <message>
            <source>What is the name of the marked key?</source>
            <translation>¿Cómo se llama la tecla marcada?</translation>
        </message>
        <message>
            <source>C is the white key left of two black keys.</source>
            <translation>Do es la tecla blanca a la izquierda de dos negras.</translation>
        </message>
        <message>
            <source>D is the white key between two black keys.</source>
            <translation>Re es la tecla blanca entre dos negras.</translation>
        </message>
        <message>
            <source>E is the white key right of two black keys.</source>
            <translation>Mi es la tecla blanca a la derecha de dos negras.</translation>
        </message>
        <message>
            <source>F is the white key left of three black keys.</source>
            <translation>Fa es la tecla blanca a la izquierda de tres negras.</translation>
        </message>
        <message>
            <source>G is between the first and second of three black keys.</source>
            <translation>Sol está entre la primera y la segunda de tres negras.</translation>
        </message>
        <message>
            <source>A is between the second and third of three black keys.</source>
            <translation>La está entre la segunda y la tercera de tres negras.</translation>
        </message>
        <message>
            <source>B is the white key right of three black keys.</source>
            <translation>Si es la tecla blanca a la derecha de tres negras.</translation>
        </message>
        <message>
            <source>Press any {note}.</source>
            <translation>Pulsa cualquier {note}.</translation>
        </message>
        <message>
            <source>first bar</source>
            <translation>primer compás</translation>
        </message>
        <message>
            <source>second bar</source>
            <translation>segundo compás</translation>
        </message>
        <message>
            <source>third bar</source>
            <translation>tercer compás</translation>
        </message>
        <message>
            <source>It was the first bar. Follow it with your finger.</source>
            <translation>Era el primer compás. Síguelo con el dedo.</translation>
        </message>
        <message>
            <source>It was the second bar. Follow it with your finger.</source>
            <translation>Era el segundo compás. Síguelo con el dedo.</translation>
        </message>
        <message>
            <source>It was the third bar. Follow it with your finger.</source>
            <translation>Era el tercer compás. Síguelo con el dedo.</translation>
        </message>
        <message>
            <source>Listen: you hear the first bar. Follow it with your finger.</source>
            <translation>Escucha: oyes el primer compás. Síguelo con el dedo.</translation>
        </message>
        <message>
            <source>Listen: you hear the second bar. Follow it with your finger.</source>
            <translation>Escucha: oyes el segundo compás. Síguelo con el dedo.</translation>
        </message>
        <message>
            <source>Listen: you hear the third bar. Follow it with your finger.</source>
            <translation>Escucha: oyes el tercer compás. Síguelo con el dedo.</translation>
        </message>
        <message>
            <source>Three bars are written. Which one do you hear?</source>
            <translation>Hay tres compases escritos. ¿Cuál oyes?</translation>
        </message>
        <message>
            <source>Three bars of melody</source>
            <translation>Tres compases de melodía</translation>
        </message>
        <message>
            <source>2/4: two quarter beats, strong and weak, like marching.</source>
            <translation>2/4: dos pulsos de negra, fuerte y débil, como al desfilar.</translation>
        </message>
        <message>
            <source>3/4: three quarter beats, one strong and two weak, like a waltz.</source>
            <translation>3/4: tres pulsos de negra, uno fuerte y dos débiles, como un vals.</translation>
        </message>
        <message>
            <source>4/4: four quarter beats in each bar.</source>
            <translation>4/4: cuatro pulsos de negra en cada compás.</translation>
        </message>
        <message>
            <source>5/4: five quarter beats in each bar.</source>
            <translation>5/4: cinco pulsos de negra en cada compás.</translation>
        </message>
        <message>
            <source>6/8: six eighths in two groups of three, swinging.</source>
            <translation>6/8: seis corcheas en dos grupos de tres, con balanceo.</translation>
        </message>
        <message>
            <source>9/8: nine eighths in three groups of three.</source>
            <translation>9/8: nueve corcheas en tres grupos de tres.</translation>
        </message>
        <message>
            <source>12/8: twelve eighths in four groups of three.</source>
            <translation>12/8: doce corcheas en cuatro grupos de tres.</translation>
        </message>
        <message>
            <source>2/2: two half-note beats in each bar.</source>
            <translation>2/2: dos pulsos de blanca en cada compás.</translation>
        </message>
        <message>
            <source>{metre}</source>
            <translation>{metre}</translation>
        </message>
        <message>
            <source>Listen for the strong beats. Which metre is it?</source>
            <translation>Escucha los pulsos fuertes. ¿Qué compás es?</translation>
        </message>
        <message>
            <source>This bar is full. Which time signature belongs to it?</source>
            <translation>Este compás está lleno. ¿Qué indicación le corresponde?</translation>
        </message>
        <message>
            <source>One bar of rhythm</source>
            <translation>Un compás de ritmo</translation>
        </message>
        <message>
            <source>You played {word}.</source>
            <translation>Tocaste {word}.</translation>
        </message>
        <message>
            <source>Which word do the notes spell?</source>
            <translation>¿Qué palabra forman las notas? A es la, B si, C do, D re, E mi, F fa, G sol.</translation>
        </message>
        <message>
            <source>The notes spell {word}.</source>
            <translation>Las notas forman {word}.</translation>
        </message>
        <message>
            <source>A word written in notes</source>
            <translation>Una palabra escrita con notas</translation>
        </message>
        <message>
            <source>Play the word {word}, one letter after the other.</source>
            <translation>Toca la palabra {word}, letra por letra.</translation>
        </message>
        <message>
            <source>{word}</source>
            <translation>{word}</translation>
        </message>
        <message>
            <source>One note in the treble clef</source>
            <translation>Una nota en clave de sol</translation>
        </message>
        <message>
            <source>One note in the bass clef</source>
            <translation>Una nota en clave de fa</translation>
        </message>
        <message>
            <source>One note in the alto clef</source>
            <translation>Una nota en clave de do en tercera</translation>
        </message>
        <message>
            <source>Which note is this? Press its name or its key.</source>
            <translation>¿Qué nota es esta? Pulsa su nombre o su tecla.</translation>
        </message>
        <message>
            <source>Play this note.</source>
            <translation>Toca esta nota.</translation>
        </message>
        <message>
            <source>A whole note fills the bar.</source>
            <translation>Una redonda llena el compás.</translation>
        </message>
        <message>
            <source>A half note is missing: two beats.</source>
            <translation>Falta una blanca: dos pulsos.</translation>
        </message>
        <message>
            <source>A quarter note is missing: one beat.</source>
            <translation>Falta una negra: un pulso.</translation>
        </message>
        <message>
            <source>An eighth note is missing: half a beat.</source>
            <translation>Falta una corchea: medio pulso.</translation>
        </message>
        <message>
            <source>A sixteenth note is missing: a quarter of a beat.</source>
            <translation>Falta una semicorchea: un cuarto de pulso.</translation>
        </message>
        <message>
            <source>A dotted half note is missing: three beats.</source>
            <translation>Falta una blanca con puntillo: tres pulsos.</translation>
        </message>
        <message>
            <source>A dotted quarter note is missing: one and a half beats.</source>
            <translation>Falta una negra con puntillo: un pulso y medio.</translation>
        </message>
        <message>
            <source>A dotted eighth note is missing: three quarters of a beat.</source>
            <translation>Falta una corchea con puntillo: tres cuartos de pulso.</translation>
        </message>
        <message>
            <source>It lasts a quarter of a beat.</source>
            <translation>Dura un cuarto de pulso.</translation>
        </message>
        <message>
            <source>It lasts half a beat.</source>
            <translation>Dura medio pulso.</translation>
        </message>
        <message>
            <source>It lasts three quarters of a beat.</source>
            <translation>Dura tres cuartos de pulso.</translation>
        </message>
        <message>
            <source>It lasts one beat.</source>
            <translation>Dura un pulso.</translation>
        </message>
        <message>
            <source>It lasts one and a half beats: the dot adds half.</source>
            <translation>Dura un pulso y medio: el puntillo añade la mitad.</translation>
        </message>
        <message>
            <source>It lasts two beats.</source>
            <translation>Dura dos pulsos.</translation>
        </message>
        <message>
            <source>It lasts three beats: two, and the dot adds one.</source>
            <translation>Dura tres pulsos: dos, y el puntillo añade uno.</translation>
        </message>
        <message>
            <source>It lasts four beats.</source>
            <translation>Dura cuatro pulsos.</translation>
        </message>
        <message>
            <source>{beats}</source>
            <translation>{beats}</translation>
        </message>
        <message>
            <source>What is this called?</source>
            <translation>¿Cómo se llama esto?</translation>
        </message>
        <message>
            <source>One note or rest</source>
            <translation>Una nota o un silencio</translation>
        </message>
        <message>
            <source>How many quarter beats does this last?</source>
            <translation>¿Cuántos pulsos de negra dura?</translation>
        </message>
        <message>
            <source>Which note is missing to fill this 4/4 bar?</source>
            <translation>¿Qué nota falta para llenar este compás de 4/4?</translation>
        </message>
        <message>
            <source>A bar that is not full</source>
            <translation>Un compás que no está lleno</translation>
        </message>
        <message>
            <source>Right, and in time.</source>
            <translation>Bien, y a tiempo.</translation>
        </message>
        <message>
            <source>The right note, but too early.</source>
            <translation>La nota correcta, pero demasiado pronto.</translation>
        </message>
        <message>
            <source>The right note, but too late.</source>
            <translation>La nota correcta, pero demasiado tarde.</translation>
        </message>
        <message>
            <source>You stopped before this note. Keep going, even past a mistake.</source>
            <translation>Te paraste antes de esta nota. Sigue adelante, aunque te equivoques.</translation>
        </message>
        <message>
            <source>You went back and played a part again. Keep going, even past a mistake.</source>
            <translation>Volviste atrás y tocaste una parte otra vez. Sigue adelante, aunque te equivoques.</translation>
        </message>
        <message>
            <source>This note and its neighbour changed places.</source>
            <translation>Esta nota y su vecina cambiaron de sitio.</translation>
        </message>
        <message>
            <source>Another key was played here.</source>
            <translation>Aquí se tocó otra tecla.</translation>
        </message>
        <message>
            <source>The right name in another octave.</source>
            <translation>El nombre correcto en otra octava.</translation>
        </message>
        <message>
            <source>Look at the sharps and flats: this was the key beside it.</source>
            <translation>Mira los sostenidos y bemoles: esta era la tecla de al lado.</translation>
        </message>
        <message>
            <source>This note belongs to the other hand.</source>
            <translation>Esta nota es de la otra mano.</translation>
        </message>
        <message>
            <source>This note was left out.</source>
            <translation>Esta nota se quedó sin tocar.</translation>
        </message>
        <message>
            <source>A note that is not written.</source>
            <translation>Una nota que no está escrita.</translation>
        </message>
        <message>
            <source>This note was played twice.</source>
            <translation>Esta nota se tocó dos veces.</translation>
        </message>
        <message>
            <source>A finger slipped onto a neighbour key.</source>
            <translation>Un dedo resbaló a una tecla vecina.</translation>
        </message>
        <message>
            <source>Another key came first; you put it right yourself.</source>
            <translation>Primero sonó otra tecla; lo corregiste tú.</translation>
        </message>
        <message>
            <source>A key was brushed by.</source>
            <translation>Se rozó una tecla.</translation>
        </message>
        <message>
            <source>This belongs to the ornament.</source>
            <translation>Esto es parte del adorno.</translation>
        </message>
        <message>
            <source>This decorates the note; the music asks for it alone.</source>
            <translation>Esto adorna la nota; la música la pide sola.</translation>
        </message>
        <message>
            <source>You played this again later; then it counted.</source>
            <translation>La tocaste de nuevo más tarde; entonces contó.</translation>
        </message>
        <message>
            <source>You are ahead of the beat. Listen to the click.</source>
            <translation>Vas por delante del pulso. Escucha el clic.</translation>
        </message>
        <message>
            <source>You are behind the beat. Look one note ahead.</source>
            <translation>Vas por detrás del pulso. Mira una nota más allá.</translation>
        </message>
        <message>
            <source>You stopped to think. Keep going and leave a note out instead.</source>
            <translation>Te paraste a pensar. Sigue y deja mejor una nota sin tocar.</translation>
        </message>
        <message>
            <source>Some notes were left out. Try it slower in your head first.</source>
            <translation>Algunas notas faltaron. Prueba primero más despacio en tu cabeza.</translation>
        </message>
        <message>
            <source>Right names, wrong octave: find the first note on the staff again.</source>
            <translation>Nombres correctos, octava equivocada: busca otra vez la primera nota en el pentagrama.</translation>
        </message>
        <message>
            <source>Look at the key signature before you begin.</source>
            <translation>Mira la armadura antes de empezar.</translation>
        </message>
        <message>
            <source>Some keys were wrong. Look at steps and skips from note to note.</source>
            <translation>Algunas teclas no eran. Mira los pasos y saltos de nota a nota.</translation>
        </message>
        <message>
            <source>In time, but let go too soon.</source>
            <translation>A tiempo, pero soltada demasiado pronto.</translation>
        </message>
        <message>
            <source>In time, but held too long.</source>
            <translation>A tiempo, pero sostenida demasiado.</translation>
        </message>
        <message>
            <source>Every note right and in time.</source>
            <translation>Todas las notas bien y a tiempo.</translation>
        </message>
        <message>
            <source>You got faster. Let the click lead you.</source>
            <translation>Fuiste cada vez más rápido. Deja que el clic te guíe.</translation>
        </message>
        <message>
            <source>You got slower. Let the click lead you.</source>
            <translation>Fuiste cada vez más lento. Deja que el clic te guíe.</translation>
        </message>
        <message>
            <source>All notes are there, and some that are not written.</source>
            <translation>Están todas las notas, y algunas que no están escritas.</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>Listo.</translation>
        </message>
        <message>
            <source>A rhythm</source>
            <translation>Un ritmo</translation>
        </message>
        <message>
            <source>Listen, then tap the same rhythm.</source>
            <translation>Escucha y luego marca el mismo ritmo.</translation>
        </message>
        <message>
            <source>Tap this rhythm on any key after the count-in.</source>
            <translation>Marca este ritmo en cualquier tecla después de la cuenta.</translation>
        </message>
        <message>
            <source>whole note</source>
            <translation>redonda</translation>
        </message>
        <message>
            <source>half note</source>
            <translation>blanca</translation>
        </message>
        <message>
            <source>quarter note</source>
            <translation>negra</translation>
        </message>
        <message>
            <source>eighth note</source>
            <translation>corchea</translation>
        </message>
        <message>
            <source>sixteenth note</source>
            <translation>semicorchea</translation>
        </message>
        <message>
            <source>dotted half note</source>
            <translation>blanca con puntillo</translation>
        </message>
        <message>
            <source>dotted quarter note</source>
            <translation>negra con puntillo</translation>
        </message>
        <message>
            <source>dotted eighth note</source>
            <translation>corchea con puntillo</translation>
        </message>
        <message>
            <source>whole rest</source>
            <translation>silencio de redonda</translation>
        </message>
        <message>
            <source>half rest</source>
            <translation>silencio de blanca</translation>
        </message>
        <message>
            <source>quarter rest</source>
            <translation>silencio de negra</translation>
        </message>
        <message>
            <source>eighth rest</source>
            <translation>silencio de corchea</translation>
        </message>
        <message>
            <source>sixteenth rest</source>
            <translation>silencio de semicorchea</translation>
        </message>
        <message>
            <source>The chords show you home, the marked key. Play the note that comes after them.</source>
            <translation>Los acordes te muestran la casa, la tecla marcada. Toca la nota que viene después.</translation>
        </message>
        <message>
            <source>1 (do)</source>
            <translation>1 (do)</translation>
        </message>
        <message>
            <source>1, do: home.</source>
            <translation>1, do: la casa.</translation>
        </message>
        <message>
            <source>2 (re)</source>
            <translation>2 (re)</translation>
        </message>
        <message>
            <source>2, re: one step above home.</source>
            <translation>2, re: un paso por encima de la casa.</translation>
        </message>
        <message>
            <source>3 (mi)</source>
            <translation>3 (mi)</translation>
        </message>
        <message>
            <source>3, mi: the middle of the home chord.</source>
            <translation>3, mi: el centro del acorde de casa.</translation>
        </message>
        <message>
            <source>4 (fa)</source>
            <translation>4 (fa)</translation>
        </message>
        <message>
            <source>4, fa: leans down to 3.</source>
            <translation>4, fa: se inclina hacia 3.</translation>
        </message>
        <message>
            <source>5 (so)</source>
            <translation>5 (sol)</translation>
        </message>
        <message>
            <source>5, so: the strong top of the home chord.</source>
            <translation>5, sol: lo alto y fuerte del acorde de casa.</translation>
        </message>
        <message>
            <source>6 (la)</source>
            <translation>6 (la)</translation>
        </message>
        <message>
            <source>6, la: one step above 5.</source>
            <translation>6, la: un paso por encima de 5.</translation>
        </message>
        <message>
            <source>7 (ti)</source>
            <translation>7 (si)</translation>
        </message>
        <message>
            <source>7, ti: pulls up to home.</source>
            <translation>7, si: tira hacia la casa.</translation>
        </message>
        <message>
            <source>The chords show you home. Which step of the scale comes after them?</source>
            <translation>Los acordes te muestran la casa. ¿Qué grado de la escala viene después?</translation>
        </message>
        <message>
            <source>Play the scale of {note} major.</source>
            <translation>Toca la escala de {note} mayor.</translation>
        </message>
        <message>
            <source>Play the natural minor scale on {note}.</source>
            <translation>Toca la escala menor natural de {note}.</translation>
        </message>
        <message>
            <source>Play the harmonic minor scale on {note}.</source>
            <translation>Toca la escala menor armónica de {note}.</translation>
        </message>
        <message>
            <source>Play the melodic minor scale on {note}, upwards.</source>
            <translation>Toca la escala menor melódica de {note}, hacia arriba.</translation>
        </message>
        <message>
            <source>Play the dorian scale on {note}.</source>
            <translation>Toca la escala dórica de {note}.</translation>
        </message>
        <message>
            <source>Play the phrygian scale on {note}.</source>
            <translation>Toca la escala frigia de {note}.</translation>
        </message>
        <message>
            <source>Play the lydian scale on {note}.</source>
            <translation>Toca la escala lidia de {note}.</translation>
        </message>
        <message>
            <source>Play the mixolydian scale on {note}.</source>
            <translation>Toca la escala mixolidia de {note}.</translation>
        </message>
        <message>
            <source>Play the major pentatonic scale on {note}.</source>
            <translation>Toca la pentatónica mayor de {note}.</translation>
        </message>
        <message>
            <source>Play the minor pentatonic scale on {note}.</source>
            <translation>Toca la pentatónica menor de {note}.</translation>
        </message>
        <message>
            <source>Play the blues scale on {note}.</source>
            <translation>Toca la escala de blues de {note}.</translation>
        </message>
        <message>
            <source>Play the whole tone scale on {note}.</source>
            <translation>Toca la escala de tonos enteros de {note}.</translation>
        </message>
        <message>
            <source>Major: half steps lie between 3 and 4 and between 7 and 8.</source>
            <translation>Mayor: hay semitonos entre 3 y 4 y entre 7 y 8.</translation>
        </message>
        <message>
            <source>natural minor</source>
            <translation>menor natural</translation>
        </message>
        <message>
            <source>Natural minor: the third, sixth and seventh note are lowered.</source>
            <translation>Menor natural: la tercera, la sexta y la séptima nota están bajadas.</translation>
        </message>
        <message>
            <source>harmonic minor</source>
            <translation>menor armónica</translation>
        </message>
        <message>
            <source>Harmonic minor: the wide step before the seventh note gives it away.</source>
            <translation>Menor armónica: el paso ancho antes de la séptima la delata.</translation>
        </message>
        <message>
            <source>melodic minor</source>
            <translation>menor melódica</translation>
        </message>
        <message>
            <source>Melodic minor: a minor third, then it climbs as major does.</source>
            <translation>Menor melódica: tercera menor, y luego sube como la mayor.</translation>
        </message>
        <message>
            <source>dorian</source>
            <translation>dórica</translation>
        </message>
        <message>
            <source>Dorian: minor with a bright sixth note.</source>
            <translation>Dórica: menor con una sexta clara.</translation>
        </message>
        <message>
            <source>phrygian</source>
            <translation>frigia</translation>
        </message>
        <message>
            <source>Phrygian: minor that begins with a half step.</source>
            <translation>Frigia: menor que empieza con un semitono.</translation>
        </message>
        <message>
            <source>lydian</source>
            <translation>lidia</translation>
        </message>
        <message>
            <source>Lydian: major with a raised fourth note.</source>
            <translation>Lidia: mayor con la cuarta elevada.</translation>
        </message>
        <message>
            <source>mixolydian</source>
            <translation>mixolidia</translation>
        </message>
        <message>
            <source>Mixolydian: major with a lowered seventh note.</source>
            <translation>Mixolidia: mayor con la séptima bajada.</translation>
        </message>
        <message>
            <source>major pentatonic</source>
            <translation>pentatónica mayor</translation>
        </message>
        <message>
            <source>Major pentatonic: five notes and no half step.</source>
            <translation>Pentatónica mayor: cinco notas y ningún semitono.</translation>
        </message>
        <message>
            <source>minor pentatonic</source>
            <translation>pentatónica menor</translation>
        </message>
        <message>
            <source>Minor pentatonic: five notes, beginning with a skip.</source>
            <translation>Pentatónica menor: cinco notas, empieza con un salto.</translation>
        </message>
        <message>
            <source>blues</source>
            <translation>blues</translation>
        </message>
        <message>
            <source>Blues: the minor pentatonic with one blue note between.</source>
            <translation>Blues: la pentatónica menor con una nota azul en medio.</translation>
        </message>
        <message>
            <source>whole tone</source>
            <translation>tonos enteros</translation>
        </message>
        <message>
            <source>Whole tone: nothing but whole steps.</source>
            <translation>Tonos enteros: nada más que tonos.</translation>
        </message>
        <message>
            <source>Listen. Which scale do you hear?</source>
            <translation>Escucha. ¿Qué escala oyes?</translation>
        </message>
        <message>
            <source>A scale</source>
            <translation>Una escala</translation>
        </message>
        <message>
            <source>Play this line after the count-in. Keep going, whatever happens.</source>
            <translation>Toca esta línea después de la cuenta. Sigue, pase lo que pase.</translation>
        </message>
        <message>
            <source>“{title}”: play it after the count-in, and keep going.</source>
            <translation>“{title}”: tócala después de la cuenta y no te pares.</translation>
        </message>
        <message>
            <source>A line of music</source>
            <translation>Una línea de música</translation>
        </message>
        <message>
            <source>After the count-in tap {beats} beats. Go on when the click stops.</source>
            <translation>Después de la cuenta, marca {beats} pulsos. Sigue cuando el clic se calle.</translation>
        </message>
        <message>
            <source>After the count-in tap {beats} beats with the click.</source>
            <translation>Después de la cuenta, marca {beats} pulsos con el clic.</translation>
        </message>
        <message>
            <source>step up</source>
            <translation>paso arriba</translation>
        </message>
        <message>
            <source>A step up: to the very next note, from line to space or space to line.</source>
            <translation>Un paso arriba: a la nota siguiente, de línea a espacio o de espacio a línea.</translation>
        </message>
        <message>
            <source>step down</source>
            <translation>paso abajo</translation>
        </message>
        <message>
            <source>A step down: to the very next note below.</source>
            <translation>Un paso abajo: a la nota siguiente hacia abajo.</translation>
        </message>
        <message>
            <source>repeat</source>
            <translation>repetida</translation>
        </message>
        <message>
            <source>The same note again.</source>
            <translation>La misma nota otra vez.</translation>
        </message>
        <message>
            <source>skip up</source>
            <translation>salto arriba</translation>
        </message>
        <message>
            <source>A skip up: one note is left out, line to line or space to space.</source>
            <translation>Un salto arriba: se deja una nota, de línea a línea o de espacio a espacio.</translation>
        </message>
        <message>
            <source>skip down</source>
            <translation>salto abajo</translation>
        </message>
        <message>
            <source>A skip down: one note is left out on the way down.</source>
            <translation>Un salto abajo: se deja una nota al bajar.</translation>
        </message>
        <message>
            <source>The marked key is the first note. Play the second.</source>
            <translation>La tecla marcada es la primera nota. Toca la segunda.</translation>
        </message>
        <message>
            <source>Listen. How does the melody move?</source>
            <translation>Escucha. ¿Cómo se mueve la melodía?</translation>
        </message>
        <message>
            <source>How does the second note move?</source>
            <translation>¿Cómo se mueve la segunda nota?</translation>
        </message>
        <message>
            <source>You tapped once where no note is written.</source>
            <translation>Marcaste una vez donde no hay ninguna nota escrita.</translation>
        </message>
        <message>
            <source>Too late: {milliseconds} thousandths of a second.</source>
            <translation>Demasiado tarde: {milliseconds} milésimas de segundo.</translation>
        </message>
        <message>
            <source>Every note on time.</source>
            <translation>Todas las notas a tiempo.</translation>
        </message>
        <message>
            <source>Here a note was left out.</source>
            <translation>Aquí faltó una nota.</translation>
        </message>
        <message>
            <source>On time.</source>
            <translation>A tiempo.</translation>
        </message>
        <message>
            <source>Too early: {milliseconds} thousandths of a second.</source>
            <translation>Demasiado pronto: {milliseconds} milésimas de segundo.</translation>
        </message>
        <message>
            <source>You are a little ahead of the beat. Listen to the click.</source>
            <translation>Vas un poco por delante del pulso. Escucha el clic.</translation>
        </message>
        <message>
            <source>You are a little behind the beat. Listen to the click.</source>
            <translation>Vas un poco por detrás del pulso. Escucha el clic.</translation>
        </message>
        <message>
            <source>Some notes were left out. Count aloud while you tap.</source>
            <translation>Faltaron algunas notas. Cuenta en voz alta mientras marcas.</translation>
        </message>
        <message>
            <source>There were more taps than notes. Rests are silent, long notes wait.</source>
            <translation>Hubo más golpes que notas. Los silencios callan, las notas largas esperan.</translation>
        </message>
        <message>
            <source>very slow and broad</source>
            <translation>muy lento y amplio</translation>
        </message>
        <message>
            <source>Largo: very slow and broad.</source>
            <translation>Largo: muy lento y amplio.</translation>
        </message>
        <message>
            <source>slow, at ease</source>
            <translation>lento, con calma</translation>
        </message>
        <message>
            <source>Adagio: slow, at ease.</source>
            <translation>Adagio: lento, con calma.</translation>
        </message>
        <message>
            <source>at a walking pace</source>
            <translation>a paso de caminar</translation>
        </message>
        <message>
            <source>Andante: at a walking pace.</source>
            <translation>Andante: a paso de caminar.</translation>
        </message>
        <message>
            <source>at a medium speed</source>
            <translation>a velocidad media</translation>
        </message>
        <message>
            <source>Moderato: at a medium speed.</source>
            <translation>Moderato: a velocidad media.</translation>
        </message>
        <message>
            <source>fast and bright</source>
            <translation>rápido y alegre</translation>
        </message>
        <message>
            <source>Allegro: fast and bright.</source>
            <translation>Allegro: rápido y alegre.</translation>
        </message>
        <message>
            <source>lively and quick</source>
            <translation>vivo y ligero</translation>
        </message>
        <message>
            <source>Vivace: lively and quick.</source>
            <translation>Vivace: vivo y ligero.</translation>
        </message>
        <message>
            <source>very fast</source>
            <translation>muy rápido</translation>
        </message>
        <message>
            <source>Presto: very fast.</source>
            <translation>Presto: muy rápido.</translation>
        </message>
        <message>
            <source>getting slower</source>
            <translation>cada vez más lento</translation>
        </message>
        <message>
            <source>Ritardando: getting slower.</source>
            <translation>Ritardando: cada vez más lento.</translation>
        </message>
        <message>
            <source>getting faster</source>
            <translation>cada vez más rápido</translation>
        </message>
        <message>
            <source>Accelerando: getting faster.</source>
            <translation>Accelerando: cada vez más rápido.</translation>
        </message>
        <message>
            <source>back to the first speed</source>
            <translation>de vuelta a la primera velocidad</translation>
        </message>
        <message>
            <source>A tempo: back to the speed before.</source>
            <translation>A tempo: de vuelta a la velocidad de antes.</translation>
        </message>
        <message>
            <source>very soft</source>
            <translation>muy suave</translation>
        </message>
        <message>
            <source>Pianissimo: very soft.</source>
            <translation>Pianissimo: muy suave.</translation>
        </message>
        <message>
            <source>soft</source>
            <translation>suave</translation>
        </message>
        <message>
            <source>Piano: soft.</source>
            <translation>Piano: suave.</translation>
        </message>
        <message>
            <source>rather soft</source>
            <translation>bastante suave</translation>
        </message>
        <message>
            <source>Mezzo piano: rather soft.</source>
            <translation>Mezzo piano: bastante suave.</translation>
        </message>
        <message>
            <source>rather loud</source>
            <translation>bastante fuerte</translation>
        </message>
        <message>
            <source>Mezzo forte: rather loud.</source>
            <translation>Mezzo forte: bastante fuerte.</translation>
        </message>
        <message>
            <source>loud</source>
            <translation>fuerte</translation>
        </message>
        <message>
            <source>Forte: loud.</source>
            <translation>Forte: fuerte.</translation>
        </message>
        <message>
            <source>very loud</source>
            <translation>muy fuerte</translation>
        </message>
        <message>
            <source>Fortissimo: very loud.</source>
            <translation>Fortissimo: muy fuerte.</translation>
        </message>
        <message>
            <source>getting louder</source>
            <translation>cada vez más fuerte</translation>
        </message>
        <message>
            <source>Crescendo: getting louder.</source>
            <translation>Crescendo: cada vez más fuerte.</translation>
        </message>
        <message>
            <source>getting softer</source>
            <translation>cada vez más suave</translation>
        </message>
        <message>
            <source>Diminuendo: getting softer.</source>
            <translation>Diminuendo: cada vez más suave.</translation>
        </message>
        <message>
            <source>suddenly stressed</source>
            <translation>de repente acentuado</translation>
        </message>
        <message>
            <source>Sforzando: one note suddenly stressed.</source>
            <translation>Sforzando: una nota de repente acentuada.</translation>
        </message>
        <message>
            <source>short, detached</source>
            <translation>corto, separado</translation>
        </message>
        <message>
            <source>Staccato: short, a dot over or under the note.</source>
            <translation>Staccato: corto, un punto sobre o bajo la nota.</translation>
        </message>
        <message>
            <source>bound together</source>
            <translation>ligado</translation>
        </message>
        <message>
            <source>Legato: bound together, often with a slur.</source>
            <translation>Legato: ligado, a menudo con una ligadura.</translation>
        </message>
        <message>
            <source>held its full length</source>
            <translation>sostenido todo su valor</translation>
        </message>
        <message>
            <source>Tenuto: held its full length, a line over the note.</source>
            <translation>Tenuto: sostenido todo su valor, una raya sobre la nota.</translation>
        </message>
        <message>
            <source>stressed</source>
            <translation>acentuado</translation>
        </message>
        <message>
            <source>Accent: this note is stressed.</source>
            <translation>Acento: esta nota va acentuada.</translation>
        </message>
        <message>
            <source>a curve over different notes: play them bound</source>
            <translation>una curva sobre notas distintas: tócalas ligadas</translation>
        </message>
        <message>
            <source>Slur: a curve over notes to be bound.</source>
            <translation>Ligadura de expresión: una curva sobre notas que van ligadas.</translation>
        </message>
        <message>
            <source>a curve between equal notes: hold on</source>
            <translation>una curva entre notas iguales: mantén</translation>
        </message>
        <message>
            <source>Tie: the second note is not struck again.</source>
            <translation>Ligadura de valor: la segunda nota no se vuelve a tocar.</translation>
        </message>
        <message>
            <source>carried: between short and bound</source>
            <translation>llevado: entre corto y ligado</translation>
        </message>
        <message>
            <source>Portato: gently separated under one slur.</source>
            <translation>Portato: separado con suavidad bajo una ligadura.</translation>
        </message>
        <message>
            <source>the end</source>
            <translation>el final</translation>
        </message>
        <message>
            <source>Fine: the end.</source>
            <translation>Fine: el final.</translation>
        </message>
        <message>
            <source>from the beginning again</source>
            <translation>otra vez desde el principio</translation>
        </message>
        <message>
            <source>Da capo: from the beginning again.</source>
            <translation>Da capo: otra vez desde el principio.</translation>
        </message>
        <message>
            <source>from the sign again</source>
            <translation>otra vez desde el signo</translation>
        </message>
        <message>
            <source>Dal segno: from the sign again.</source>
            <translation>Dal segno: otra vez desde el signo.</translation>
        </message>
        <message>
            <source>the closing part</source>
            <translation>la parte final</translation>
        </message>
        <message>
            <source>Coda: the closing part.</source>
            <translation>Coda: la parte final.</translation>
        </message>
        <message>
            <source>play this part again</source>
            <translation>toca esta parte otra vez</translation>
        </message>
        <message>
            <source>Repeat sign: two dots at a double bar, play it again.</source>
            <translation>Signo de repetición: dos puntos junto a la doble barra, tócalo otra vez.</translation>
        </message>
        <message>
            <source>only the first time</source>
            <translation>solo la primera vez</translation>
        </message>
        <message>
            <source>First ending: played only the first time.</source>
            <translation>Primera casilla: se toca solo la primera vez.</translation>
        </message>
        <message>
            <source>hold it longer</source>
            <translation>mantenla más</translation>
        </message>
        <message>
            <source>Fermata: hold this note longer.</source>
            <translation>Calderón: mantén esta nota más tiempo.</translation>
        </message>
        <message>
            <source>a half step higher</source>
            <translation>un semitono más alto</translation>
        </message>
        <message>
            <source>Sharp: a half step higher.</source>
            <translation>Sostenido: un semitono más alto.</translation>
        </message>
        <message>
            <source>a half step lower</source>
            <translation>un semitono más bajo</translation>
        </message>
        <message>
            <source>Flat: a half step lower.</source>
            <translation>Bemol: un semitono más bajo.</translation>
        </message>
        <message>
            <source>no sharp or flat any more</source>
            <translation>ya sin sostenido ni bemol</translation>
        </message>
        <message>
            <source>Natural: takes the sharp or flat away.</source>
            <translation>Becuadro: quita el sostenido o el bemol.</translation>
        </message>
        <message>
            <source>its curl circles the line of G</source>
            <translation>su rizo rodea la línea de sol</translation>
        </message>
        <message>
            <source>Treble clef: its curl circles the line of G.</source>
            <translation>Clave de sol: su rizo rodea la línea de sol.</translation>
        </message>
        <message>
            <source>its dots stand around the line of F</source>
            <translation>sus puntos están junto a la línea de fa</translation>
        </message>
        <message>
            <source>Bass clef: its dots stand around the line of F.</source>
            <translation>Clave de fa: sus puntos están junto a la línea de fa.</translation>
        </message>
        <message>
            <source>divides the music into bars</source>
            <translation>divide la música en compases</translation>
        </message>
        <message>
            <source>Bar line: divides the music into bars.</source>
            <translation>Barra de compás: divide la música en compases.</translation>
        </message>
        <message>
            <source>how many beats a bar has</source>
            <translation>cuántos pulsos tiene un compás</translation>
        </message>
        <message>
            <source>Time signature: how many beats, and of which kind.</source>
            <translation>Indicación de compás: cuántos pulsos y de qué tipo.</translation>
        </message>
        <message>
            <source>sharps or flats for the whole line</source>
            <translation>sostenidos o bemoles para toda la línea</translation>
        </message>
        <message>
            <source>Key signature: counts for the whole line.</source>
            <translation>Armadura: vale para toda la línea.</translation>
        </message>
        <message>
            <source>sweetly</source>
            <translation>con dulzura</translation>
        </message>
        <message>
            <source>Dolce: sweetly.</source>
            <translation>Dolce: con dulzura.</translation>
        </message>
        <message>
            <source>singing</source>
            <translation>cantando</translation>
        </message>
        <message>
            <source>Cantabile: as if singing.</source>
            <translation>Cantabile: como cantando.</translation>
        </message>
        <message>
            <source>with expression</source>
            <translation>con expresión</translation>
        </message>
        <message>
            <source>Espressivo: with expression.</source>
            <translation>Espressivo: con expresión.</translation>
        </message>
        <message>
            <source>with fire</source>
            <translation>con fuego</translation>
        </message>
        <message>
            <source>Con brio: with fire.</source>
            <translation>Con brio: con fuego.</translation>
        </message>
        <message>
            <source>lightly</source>
            <translation>con ligereza</translation>
        </message>
        <message>
            <source>Leggiero: lightly.</source>
            <translation>Leggiero: con ligereza.</translation>
        </message>
        <message>
            <source>majestically</source>
            <translation>con majestad</translation>
        </message>
        <message>
            <source>Maestoso: majestically.</source>
            <translation>Maestoso: con majestad.</translation>
        </message>
        <message>
            <source>gracefully</source>
            <translation>con gracia</translation>
        </message>
        <message>
            <source>Grazioso: gracefully.</source>
            <translation>Grazioso: con gracia.</translation>
        </message>
        <message>
            <source>playfully</source>
            <translation>jugando</translation>
        </message>
        <message>
            <source>Scherzando: playfully.</source>
            <translation>Scherzando: jugando.</translation>
        </message>
        <message>
            <source>What does “{term}” mean?</source>
            <translation>¿Qué significa “{term}”?</translation>
        </message>
        <message>
            <source>{term}</source>
            <translation>{term}</translation>
        </message>
        <message>
            <source>The right key, but too soft. Let more weight fall into it.</source>
            <translation>La tecla correcta, pero demasiado suave. Deja caer más peso.</translation>
        </message>
        <message>
            <source>The right key, but too loud. Press it more slowly.</source>
            <translation>La tecla correcta, pero demasiado fuerte. Púlsala más despacio.</translation>
        </message>
        <message>
            <source>Too long for staccato: leave the key as if it were hot.</source>
            <translation>Demasiado largo para staccato: suelta la tecla como si quemara.</translation>
        </message>
        <message>
            <source>There was a gap: hold the key until the next one sounds.</source>
            <translation>Hubo un hueco: mantén la tecla hasta que suene la siguiente.</translation>
        </message>
        <message>
            <source>The notes blurred: let go when the next one sounds.</source>
            <translation>Las notas se mezclaron: suelta cuando suene la siguiente.</translation>
        </message>
        <message>
            <source>The same melody, now in {note} major.</source>
            <translation>La misma melodía, ahora en {note} mayor.</translation>
        </message>
        <message>
            <source>This is written in C major. Play it in {note} major: begin on the marked key.</source>
            <translation>Esto está escrito en do mayor. Tócalo en {note} mayor: empieza en la tecla marcada.</translation>
        </message>
        <message>
            <source>A melody in C major</source>
            <translation>Una melodía en do mayor</translation>
        </message>
        <message>
            <source>The name {note} is right, but this key is too low. Look for {note} further right.</source>
            <translation>El nombre {note} es correcto, pero esta tecla es demasiado grave. Busca {note} más a la derecha.</translation>
        </message>
        <message>
            <source>This {note} has no sharp or flat: press the white key.</source>
            <translation>Este {note} no lleva sostenido ni bemol: pulsa la tecla blanca.</translation>
        </message>
        <message>
            <source>{played} would be right in the treble clef. In the bass clef this note is {note}.</source>
            <translation>{played} sería correcto en clave de sol. En clave de fa esta nota es {note}.</translation>
        </message>
        <message>
            <source>That was {played}, one space lower. This is {note}.</source>
            <translation>Eso era {played}, un espacio más abajo. Esto es {note}.</translation>
        </message>
        <message>
            <source>{note} sits above ledger line {number} over the staff.</source>
            <translation>{note} está sobre la línea adicional {number} por encima del pentagrama.</translation>
        </message>
        <message>
            <source>The name {note} is right, but this key is too high. Look for {note} further left.</source>
            <translation>El nombre {note} es correcto, pero esta tecla es demasiado aguda. Busca {note} más a la izquierda.</translation>
        </message>
        <message>
            <source>This is {note}: the sharp moves it to the next key on the right.</source>
            <translation>Esto es {note}: el sostenido la lleva a la tecla siguiente a la derecha.</translation>
        </message>
        <message>
            <source>This is {note}: the flat moves it to the next key on the left.</source>
            <translation>Esto es {note}: el bemol la lleva a la tecla siguiente a la izquierda.</translation>
        </message>
        <message>
            <source>{played} would be right in the bass clef. In the treble clef this note is {note}.</source>
            <translation>{played} sería correcto en clave de fa. En clave de sol esta nota es {note}.</translation>
        </message>
        <message>
            <source>That was {played}. This is {note}.</source>
            <translation>Eso era {played}. Esto es {note}.</translation>
        </message>
        <message>
            <source>That was {played}, one line lower. This is {note}.</source>
            <translation>Eso era {played}, una línea más abajo. Esto es {note}.</translation>
        </message>
        <message>
            <source>That was {played}, one space higher. This is {note}.</source>
            <translation>Eso era {played}, un espacio más arriba. Esto es {note}.</translation>
        </message>
        <message>
            <source>{note} sits on line {number}, counted from the bottom.</source>
            <translation>{note} está en la línea {number}, contando desde abajo.</translation>
        </message>
        <message>
            <source>{note} sits just above the staff.</source>
            <translation>{note} está justo encima del pentagrama.</translation>
        </message>
        <message>
            <source>{note} sits on ledger line {number} above the staff.</source>
            <translation>{note} está en la línea adicional {number} encima del pentagrama.</translation>
        </message>
        <message>
            <source>{note} hangs below ledger line {number} under the staff.</source>
            <translation>{note} cuelga bajo la línea adicional {number} debajo del pentagrama.</translation>
        </message>
        <message>
            <source>That was {played}. {note} is one step lower.</source>
            <translation>Eso era {played}. {note} está un paso más abajo.</translation>
        </message>
        <message>
            <source>That was {played}. {note} is one step higher.</source>
            <translation>Eso era {played}. {note} está un paso más arriba.</translation>
        </message>
        <message>
            <source>That was {played}, one line higher. This is {note}.</source>
            <translation>Eso era {played}, una línea más arriba. Esto es {note}.</translation>
        </message>
        <message>
            <source>{note} sits in space {number}, counted from the bottom.</source>
            <translation>{note} está en el espacio {number}, contando desde abajo.</translation>
        </message>
        <message>
            <source>{note} hangs just below the staff.</source>
            <translation>{note} cuelga justo debajo del pentagrama.</translation>
        </message>
        <message>
            <source>{note} sits on ledger line {number} below the staff.</source>
            <translation>{note} está en la línea adicional {number} debajo del pentagrama.</translation>
        </message>
        <message>
            <source>First finish “{step}”.</source>
            <translation>Primero termina «{step}».</translation>
        </message>
        <message>
            <source>Play “{step}” once more.</source>
            <translation>Juega una vez más a «{step}».</translation>
        </message>
        <message>
            <source>Play “{step}” {times} more times.</source>
            <translation>Juega {times} veces más a «{step}».</translation>
        </message>
        <message>
            <source>Reach {score} points in “{step}”.</source>
            <translation>Alcanza {score} puntos en «{step}».</translation>
        </message>
        <message>
            <source>No game stands before “{step}” whose plays or points could count.</source>
            <translation>Antes de «{step}» no hay ningún juego cuyas partidas o puntos puedan contar.</translation>
        </message>
        <message>
            <source>“{game}” gives at most {most} points, but “{step}” asks for {score}.</source>
            <translation>«{game}» da como mucho {most} puntos, pero «{step}» pide {score}.</translation>
        </message>
        <message>
            <source>{wanted} was right. The accent asks for a little more weight than its neighbours.</source>
            <translation>{wanted} estaba bien. El acento pide un poco más de peso que las notas vecinas.</translation>
        </message>
        <message>
            <source>{wanted} was right. The opening hairpin means: louder and louder.</source>
            <translation>{wanted} estaba bien. El regulador que se abre quiere decir: cada vez más fuerte.</translation>
        </message>
        <message>
            <source>{wanted} was right. The closing hairpin means: softer and softer.</source>
            <translation>{wanted} estaba bien. El regulador que se cierra quiere decir: cada vez más suave.</translation>
        </message>
        <message>
            <source>This display belongs to no class yet.</source>
            <translation>Esta pantalla todavía no es de ninguna clase.</translation>
        </message>
        <message>
            <source>This version cannot use the MIDI driver “{driver}”.</source>
            <translation>Esta versión no puede usar el controlador MIDI «{driver}».</translation>
        </message>
        <message>
            <source>This computer cannot listen to MIDI keyboards yet: the sound system's sequencer is not running. Ask for the “snd-seq” module to be switched on, then plug the keyboard in again.</source>
            <translation>Este ordenador aún no puede escuchar teclados MIDI: el secuenciador del sistema de sonido no está en marcha. Pide que activen el módulo «snd-seq» y vuelve a enchufar el teclado.</translation>
        </message>
        <message>
            <source>The JACK sound server is not running. Start it, and the keyboards will appear here.</source>
            <translation>El servidor de sonido JACK no está en marcha. Inícialo y los teclados aparecerán aquí.</translation>
        </message>
        <message>
            <source>This computer's MIDI service does not answer. Restarting the computer usually helps.</source>
            <translation>El servicio MIDI de este ordenador no responde. Reiniciar el ordenador suele ayudar.</translation>
        </message>
        <message>
            <source>This computer does not know this game yet: it is newer than the program here. Everything else can be played. Please tell your teacher that the program wants an update.</source>
            <translation>Este ordenador aún no conoce este juego: es más nuevo que el programa. Puedes jugar a todo lo demás. Dile a tu profesor que hay que actualizar el programa.</translation>
        </message>
        <message>
            <source>There is no sound, because the synthesiser FluidSynth is not installed. Install it (Debian: libfluidsynth3) and start again.</source>
            <translation>No hay sonido porque el sintetizador FluidSynth no está instalado. Instálalo (Debian: libfluidsynth3) y empieza de nuevo.</translation>
        </message>
        <message>
            <source>There is no sound, because the SoundFont “{font}” cannot be read. Choose another.</source>
            <translation>No hay sonido porque no se puede leer el SoundFont «{font}». Elige otro.</translation>
        </message>
        <message>
            <source>There is no sound, because no loudspeaker or headphones were found. Plug some in, or start the computer's sound service, and try again.</source>
            <translation>No hay sonido porque no se encontraron altavoces ni auriculares. Enchúfalos, o inicia el servicio de sonido del ordenador, e inténtalo de nuevo.</translation>
        </message>
        <message>
            <source>There is no sound, because no SoundFont was found. Install one (Debian: fluidr3mono-gm-soundfont) and start again.</source>
            <translation>No hay sonido porque no se encontró ningún SoundFont. Instala uno (Debian: fluidr3mono-gm-soundfont) y empieza de nuevo.</translation>
        </message>
        <message>
            <source>The sound is switched off. You can switch it on in Settings.</source>
            <translation>El sonido está apagado. Puedes encenderlo en Ajustes.</translation>
        </message>
        <message>
            <source>This person has work on this computer that is not at the school yet.</source>
            <translation>Esta persona tiene en este ordenador trabajo que aún no está en la escuela.</translation>
        </message>
        <message>
            <source>This student is not in one of your classes any more.</source>
            <translation>Este alumno ya no está en ninguna de tus clases.</translation>
        </message>
        <message>
            <source>This assignment is not on this computer any more. Your teacher may have put it away.</source>
            <translation>Esta tarea ya no está en este ordenador. Puede que tu profesor la haya retirado.</translation>
        </message>
        <message>
            <source>The program is already open on this computer.</source>
            <translation>El programa ya está abierto en este ordenador.</translation>
        </message>
        <message>
            <source>An adult has taken this down. Please ask your teacher about it.</source>
            <translation>Un adulto ha retirado esto. Pregúntale a tu profesor.</translation>
        </message>
        <message>
            <source>This computer's disk is full, so this could not be saved. Ask for space to be freed, then try again.</source>
            <translation>El disco de este ordenador está lleno y esto no se ha podido guardar. Pide que liberen espacio e inténtalo de nuevo.</translation>
        </message>
        <message>
            <source>This computer's disk does not answer, so this could not be saved. Please tell your teacher.</source>
            <translation>El disco de este ordenador no responde y esto no se ha podido guardar. Díselo a tu profesor.</translation>
        </message>
        <message>
            <source>This account is not on this computer any more. Please sign in again.</source>
            <translation>Esta cuenta ya no está en este ordenador. Vuelve a entrar.</translation>
        </message>
        <message>
            <source>The program is closing, so this could not be done.</source>
            <translation>El programa se está cerrando, así que esto no se ha podido hacer.</translation>
        </message>
        <message>
            <source>This role is not in use.</source>
            <translation>Este papel no está en uso.</translation>
        </message>
        <message>
            <source>Please say why. The student will be told.</source>
            <translation>Di por qué. Se lo diremos al alumno.</translation>
        </message>
        <message>
            <source>This computer has no key store, so its keys lie in the file {path}, readable by this user only. Encrypt the disk, or sign in to a desktop session with a key store, to protect them better.</source>
            <translation>Este ordenador no tiene almacén de claves, así que sus claves están en el archivo {path}, que solo este usuario puede leer. Para protegerlas mejor, cifra el disco o entra en una sesión de escritorio con almacén de claves.</translation>
        </message>
        <message>
            <source>The file with this computer's keys is damaged: {path}. Restore it.</source>
            <translation>El archivo con las claves de este ordenador está dañado: {path}. Recupéralo.</translation>
        </message>
        <message>
            <source>This computer's key store is locked or not running. Unlock it, or sign in to the computer again.</source>
            <translation>El almacén de claves de este ordenador está bloqueado o no está en marcha. Desbloquéalo o vuelve a entrar en el ordenador.</translation>
        </message>
        <message>
            <source>This computer's key is missing, so nothing kept here can be read. Ask your administrator.</source>
            <translation>Falta la clave de este ordenador y no se puede leer nada de lo guardado aquí. Pregunta a tu administrador.</translation>
        </message>
        <message>
            <source>A newer version of this program was used on this computer. Please update the program here too.</source>
            <translation>En este ordenador se ha usado una versión más nueva de este programa. Actualiza el programa también aquí.</translation>
        </message>
        <message>
            <source>The copy of your work on this computer was damaged and has been made anew. What was not sent yet has been recovered; the rest comes back from the school.</source>
            <translation>La copia de tu trabajo en este ordenador estaba dañada y se ha hecho de nuevo. Lo que aún no se había enviado se ha recuperado; el resto vuelve desde la escuela.</translation>
        </message>
        <message>
            <source>This account cannot sign in on this computer. Please ask your teacher.</source>
            <translation>Esta cuenta no puede entrar en este ordenador. Pregunta a tu profesor.</translation>
        </message>
        <message>
            <source>This computer has not reached the school for {days} days. Connect it to the network once, then sign in.</source>
            <translation>Este ordenador lleva {days} días sin contacto con la escuela. Conéctalo una vez a la red y luego entra.</translation>
        </message>
        <message>
            <source>That is not the right PIN. Try again.</source>
            <translation>Ese no es el PIN. Inténtalo de nuevo.</translation>
        </message>
        <message>
            <source>Too many tries. Wait {seconds} seconds, or ask your teacher for a new PIN.</source>
            <translation>Demasiados intentos. Espera {seconds} segundos o pide un PIN nuevo a tu profesor.</translation>
        </message>
        <message>
            <source>Too many tries. Wait {minutes} minutes, or ask your teacher for a new PIN.</source>
            <translation>Demasiados intentos. Espera {minutes} minutos o pide un PIN nuevo a tu profesor.</translation>
        </message>
        <message>
            <source>Your first sign-in on this computer needs the network. After that it works without, too.</source>
            <translation>La primera vez que entras en este ordenador hace falta la red. Después también funciona sin ella.</translation>
        </message>
        <message>
            <source>No contact with the school just now. Everything is kept on this computer and will be sent later.</source>
            <translation>Ahora no hay contacto con la escuela. Todo se guarda en este ordenador y se enviará más tarde.</translation>
        </message>
        <message>
            <source>The school's server gave an answer that makes no sense. Everything is kept here and will be sent later.</source>
            <translation>El servidor de la escuela ha dado una respuesta sin sentido. Todo se guarda aquí y se enviará más tarde.</translation>
        </message>
        <message>
            <source>This computer is not known at the school any more. Ask your teacher to enrol it again.</source>
            <translation>La escuela ya no conoce este ordenador. Pide a tu profesor que lo inscriba de nuevo.</translation>
        </message>
        <message>
            <source>{problem}</source>
            <translation>{problem}</translation>
        </message>
        <message>
            <source>The school's server has a problem just now. Everything is kept here and will be sent later.</source>
            <translation>El servidor de la escuela tiene ahora un problema. Todo se guarda aquí y se enviará más tarde.</translation>
        </message>
        <message>
            <source>This computer belongs to no school yet. Ask your teacher for a code.</source>
            <translation>Este ordenador aún no es de ninguna escuela. Pide un código a tu profesor.</translation>
        </message>
        <message>
            <source>That did not work. Nothing is lost. Please try again, and tell your teacher if it happens again.</source>
            <translation>No ha funcionado. No se ha perdido nada. Inténtalo de nuevo y, si vuelve a pasar, díselo a tu profesor.</translation>
        </message>
        <message>
            <source>The whole collection: {name}</source>
            <translation>La colección completa: {name}</translation>
        </message>
        <message>
            <source>Finished the sequence {name}</source>
            <translation>Secuencia {name} terminada</translation>
        </message>
        <message>
            <source>Mastered: {name}</source>
            <translation>Dominado: {name}</translation>
        </message>
        <message>
            <source>Level {level} in {game}</source>
            <translation>Nivel {level} en {game}</translation>
        </message>
        <message>
            <source>{count} assignments in a row on time</source>
            <translation>{count} tareas seguidas a tiempo</translation>
        </message>
        <message>
            <source>The drawing is larger than {most} KiB. Please simplify it.</source>
            <translation>El dibujo ocupa más de {most} KiB. Simplifícalo.</translation>
        </message>
        <message>
            <source>This file can't be read as an SVG drawing.</source>
            <translation>Este archivo no se puede leer como dibujo SVG.</translation>
        </message>
        <message>
            <source>The drawing is empty.</source>
            <translation>El dibujo está vacío.</translation>
        </message>
        <message>
            <source>The drawing must be saved as UTF-8.</source>
            <translation>El dibujo debe guardarse en UTF-8.</translation>
        </message>
        <message>
            <source>The drawing has a document type declaration, which could hide other content. Save it without.</source>
            <translation>El dibujo tiene una declaración de tipo de documento, que podría ocultar otro contenido. Guárdalo sin ella.</translation>
        </message>
        <message>
            <source>The drawing has processing instructions, which an icon may not have.</source>
            <translation>El dibujo tiene instrucciones de proceso, que un icono no puede tener.</translation>
        </message>
        <message>
            <source>The drawing has loose text in it. Please turn text into outlines.</source>
            <translation>El dibujo tiene texto suelto. Convierte el texto en contornos.</translation>
        </message>
        <message>
            <source>The drawing has a part that is not SVG: {name}</source>
            <translation>El dibujo tiene una parte que no es SVG: {name}</translation>
        </message>
        <message>
            <source>The drawing has other parts inside its title: {name}</source>
            <translation>El dibujo tiene otras partes dentro de su título: {name}</translation>
        </message>
        <message>
            <source>An icon may not have this kind of part: {name}</source>
            <translation>Un icono no puede tener este tipo de parte: {name}</translation>
        </message>
        <message>
            <source>The drawing has more than {most} parts. Please simplify it.</source>
            <translation>El dibujo tiene más de {most} partes. Simplifícalo.</translation>
        </message>
        <message>
            <source>The drawing has groups inside groups, more than {most} deep.</source>
            <translation>El dibujo tiene grupos dentro de grupos, a más de {most} niveles.</translation>
        </message>
        <message>
            <source>The drawing has a shape inside another shape: {name}</source>
            <translation>El dibujo tiene una forma dentro de otra: {name}</translation>
        </message>
        <message>
            <source>The drawing has a value that is not understood, for {name}</source>
            <translation>El dibujo tiene un valor que no se entiende, en {name}</translation>
        </message>
        <message>
            <source>An icon may not use this property: {name}</source>
            <translation>Un icono no puede usar esta propiedad: {name}</translation>
        </message>
        <message>
            <source>The drawing has a number that is far too large, for {name}</source>
            <translation>El dibujo tiene un número demasiado grande, en {name}</translation>
        </message>
        <message>
            <source>The drawing does not say how large it is (viewBox).</source>
            <translation>El dibujo no dice su tamaño (viewBox).</translation>
        </message>
        <message>
            <source>A badge icon must be square. This one is {width} by {height}.</source>
            <translation>El icono de una insignia debe ser cuadrado. Este mide {width} por {height}.</translation>
        </message>
        <message>
            <source>Make up a melody over the chords with the marked keys.</source>
            <translation>Inventa una melodía sobre los acordes con las teclas marcadas.</translation>
        </message>
        <message>
            <source>Two medium notes come first. How loud is what comes after them?</source>
            <translation>Primero vienen dos notas de fuerza media. ¿Cómo de fuerte es lo que viene después?</translation>
        </message>
        <message>
            <source>Put five fingers on {note} major: up and down again.</source>
            <translation>Pon cinco dedos en {note} mayor: sube y vuelve a bajar.</translation>
        </message>
        <message>
            <source>Put five fingers on {note} minor: up and down again.</source>
            <translation>Pon cinco dedos en {note} menor: sube y vuelve a bajar.</translation>
        </message>
        <message>
            <source>Five fingers in major: the half step lies between the third and fourth note.</source>
            <translation>Cinco dedos en mayor: el semitono está entre la tercera y la cuarta nota.</translation>
        </message>
        <message>
            <source>Five fingers in minor: the half step lies between the second and third note.</source>
            <translation>Cinco dedos en menor: el semitono está entre la segunda y la tercera nota.</translation>
        </message>
        <message>
            <source>{note} sits on an extra line just below the staff.</source>
            <translation>{note} está en una línea adicional justo debajo del pentagrama.</translation>
        </message>
        <message>
            <source>{note} sits on an extra line just above the staff.</source>
            <translation>{note} está en una línea adicional justo encima del pentagrama.</translation>
        </message>
        <message>
            <source>{note} hangs under the extra line below the staff.</source>
            <translation>{note} cuelga de la línea adicional debajo del pentagrama.</translation>
        </message>
        <message>
            <source>{note} sits on top of the extra line above the staff.</source>
            <translation>{note} está sobre la línea adicional encima del pentagrama.</translation>
        </message>
        <message>
            <source>These figures are counted at the school, and there is no contact just now. Please try again later.</source>
            <translation>Estas cifras se cuentan en la escuela y ahora no hay contacto. Inténtalo más tarde.</translation>
        </message>
        <message>
            <source>Every student may show their family what they have reached.</source>
            <translation>Cada alumno puede enseñar a su familia lo que ha logrado.</translation>
        </message>
        <message>
            <source>Be glad with others. Everybody learns at their own pace, and every step counts.</source>
            <translation>Alégrate con los demás. Cada uno aprende a su ritmo y cada paso cuenta.</translation>
        </message>
        <message>
            <source>If something hurts you or seems wrong, press Report or tell a grown-up. That is always right.</source>
            <translation>Si algo te hace daño o te parece mal, pulsa Avisar o cuéntaselo a un adulto. Eso siempre está bien.</translation>
        </message>
        <message>
            <source>Keep private things private: no full names, addresses, phone numbers, schools or photos.</source>
            <translation>Guarda para ti lo privado: nada de nombres completos, direcciones, teléfonos, escuelas ni fotos.</translation>
        </message>
        <message>
            <source>Never share somebody else's secrets, and never pretend to be somebody else.</source>
            <translation>Nunca compartas los secretos de otros ni te hagas pasar por otra persona.</translation>
        </message>
        <message>
            <source>Please keep it to {most} rules. These are {count}.</source>
            <translation>Deja como mucho {most} reglas. Estas son {count}.</translation>
        </message>
        <message>
            <source>Please write at least one rule.</source>
            <translation>Escribe al menos una regla.</translation>
        </message>
        <message>
            <source>Say kind things. If you would not say it to somebody's face, don't write it here.</source>
            <translation>Di cosas amables. Si no se lo dirías a alguien a la cara, no lo escribas aquí.</translation>
        </message>
        <message>
            <source>Share only your own achievements, and only when you feel like it. You never have to.</source>
            <translation>Comparte solo tus propios logros y solo cuando te apetezca. Nunca es obligatorio.</translation>
        </message>
        <message>
            <source>Teachers read words before others see them. If something is hidden, you may ask a second grown-up to look.</source>
            <translation>Los profesores leen las palabras antes de que otros las vean. Si se oculta algo, puedes pedir que lo mire otro adulto.</translation>
        </message>
        <message>
            <source>These rules can't be read. Please write them again.</source>
            <translation>Estas reglas no se pueden leer. Escríbelas otra vez.</translation>
        </message>
        <message>
            <source>You decide who sees what you share, and you can take it back at any time.</source>
            <translation>Tú decides quién ve lo que compartes y puedes retirarlo en cualquier momento.</translation>
        </message>
        <message>
            <source>Your school has switched this kind off, so it stays in your family.</source>
            <translation>Tu escuela ha desactivado este tipo, así que se queda en tu familia.</translation>
        </message>
        <message>
            <source>Your teacher has switched this kind off for the class, so it stays in your family.</source>
            <translation>Tu profesor ha desactivado este tipo para la clase, así que se queda en tu familia.</translation>
        </message>
        <message>
            <source>Your school has decided that shares stay at the school.</source>
            <translation>Tu escuela ha decidido que lo que se comparte se quede en la escuela.</translation>
        </message>
        <message>
            <source>Your school has decided that shares stay in classes.</source>
            <translation>Tu escuela ha decidido que lo que se comparte se quede en las clases.</translation>
        </message>
        <message>
            <source>Your school has decided that shares stay in families for now.</source>
            <translation>Tu escuela ha decidido que por ahora lo que se comparte se quede en las familias.</translation>
        </message>
        <message>
            <source>{name} has earned a badge: {badge}</source>
            <translation>{name} ha ganado una insignia: {badge}</translation>
        </message>
        <message>
            <source>{name} has earned {count} badges</source>
            <translation>{name} ha ganado {count} insignias</translation>
        </message>
        <message>
            <source>Only families can do this.</source>
            <translation>Solo las familias pueden hacer esto.</translation>
        </message>
        <message>
            <source>This is looked at in the school's records, and there is no contact just now. Please try again later.</source>
            <translation>Esto se mira en los registros de la escuela y ahora no hay contacto. Inténtalo más tarde.</translation>
        </message>
        <message>
            <source>{name} wants to show you: {title}</source>
            <translation>{name} te quiere enseñar: {title}</translation>
        </message>
        <message>
            <source>This can be shown to people of your class only.</source>
            <translation>Esto solo se puede enseñar a personas de tu clase.</translation>
        </message>
        <message>
            <source>Your keyboard has sent more notes than one game can hold, so something is wrong with it or its cable. Pull the cable and plug it in again, then leave this game and begin it once more.</source>
            <translation>Tu teclado ha enviado más notas de las que caben en un juego: algo le pasa a él o a su cable. Desenchufa el cable y vuelve a enchufarlo; después sal de este juego y empiézalo otra vez.</translation>
        </message>
        <message>
            <source>beat</source>
            <translation>pulso</translation>
        </message>
        <message>
            <source>a tap</source>
            <translation>un toque</translation>
        </message>
        <message>
            <source>What the administrator has set for this computer cannot be read: {path}: {why}</source>
            <translation>No se puede leer lo que el administrador ha fijado para este ordenador: {path}: {why}</translation>
        </message>
        <message>
            <source>The address of the school is missing.</source>
            <translation>Falta la dirección del centro.</translation>
        </message>
        <message>
            <source>The code cannot be read: {path}: {why}</source>
            <translation>No se puede leer el código: {path}: {why}</translation>
        </message>
        <message>
            <source>There is no code in {path}.</source>
            <translation>No hay ningún código en {path}.</translation>
        </message>
        <message>
            <source>This is not in the light any more.</source>
            <translation>Esto ya no está destacado.</translation>
        </message>
        <message>
            <source>Only the rules can put this into the light.</source>
            <translation>Solo las reglas pueden destacar esto.</translation>
        </message>
        <message>
            <source>This computer has had no contact for long, so this is not shown just now.</source>
            <translation>Este equipo lleva mucho tiempo sin contacto; por eso esto no se muestra ahora.</translation>
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
    <context>
        <name>KeyboardsView</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Keyboards</source>
            <translation>Teclados</translation>
        </message>
        <message>
            <source>Let’s connect your keyboard</source>
            <translation>Vamos a conectar tu teclado</translation>
        </message>
        <message>
            <source>“{keyboard}” was used here and is not connected now.</source>
            <translation>“{keyboard}” se usaba aquí y ahora no está conectado.</translation>
        </message>
        <message>
            <source>Nothing arrives when you press a key?</source>
            <translation>¿No llega nada cuando tocas una tecla?</translation>
        </message>
        <message>
            <source>Measure by tapping</source>
            <translation>Medir tocando</translation>
        </message>
        <message>
            <source>In time?</source>
            <translation>¿A tiempo?</translation>
        </message>
        <message>
            <source>Many games can be played without one: with the mouse or a finger on the piano on the screen, or with this computer’s letters. The lowest row of letters is the white keys from middle C on, the row above it the black ones.</source>
            <translation>Muchos juegos se pueden tocar sin teclado: con el ratón o con un dedo en el piano de la pantalla, o con las letras de este ordenador. La fila de letras más baja son las teclas blancas desde el do central, la fila de encima las negras.</translation>
        </message>
    </context>
    <context>
        <name>KeyboardCard</name>
        <message>
            <source>Use only this one</source>
            <translation>Usar solo este</translation>
        </message>
        <message>
            <source>Use only {keyboard}</source>
            <translation>Usar solo {keyboard}</translation>
        </message>
        <message>
            <source>Don’t use it</source>
            <translation>No usarlo</translation>
        </message>
        <message>
            <source>Use it, too</source>
            <translation>Usarlo también</translation>
        </message>
        <message>
            <source>This one!</source>
            <translation>¡Este!</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>En uso</translation>
        </message>
        <message>
            <source>Not used</source>
            <translation>Sin usar</translation>
        </message>
        <message>
            <source>Octave lower</source>
            <translation>Una octava más baja</translation>
        </message>
        <message>
            <source>Octave higher</source>
            <translation>Una octava más alta</translation>
        </message>
        <message>
            <source>Two players share it</source>
            <translation>Lo comparten dos</translation>
        </message>
    </context>
    <context>
        <name>keyboards</name>
        <message>
            <source>Two players: the keys left of middle C play the same notes as those on the right.</source>
            <translation>Dos alumnos: las teclas a la izquierda del do central dan las mismas notas que las de la derecha.</translation>
        </message>
        <message>
            <source>Heard as it is played.</source>
            <translation>Se oye como se toca.</translation>
        </message>
        <message numerus="yes">
            <source>Heard %n semitone(s) away from where it is played.</source>
            <translation>
                <numerusform>Se oye a %n semitono de donde se toca.</numerusform>
                <numerusform>Se oye a %n semitonos de donde se toca.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Heard %n octave(s) higher than it is played.</source>
            <translation>
                <numerusform>Se oye %n octava más alto de lo que se toca.</numerusform>
                <numerusform>Se oye %n octavas más alto de lo que se toca.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Heard %n octave(s) lower than it is played.</source>
            <translation>
                <numerusform>Se oye %n octava más bajo de lo que se toca.</numerusform>
                <numerusform>Se oye %n octavas más bajo de lo que se toca.</numerusform>
            </translation>
        </message>
        <message>
            <source>softly</source>
            <translation>suave</translation>
        </message>
        <message>
            <source>firmly</source>
            <translation>con decisión</translation>
        </message>
        <message>
            <source>loudly</source>
            <translation>fuerte</translation>
        </message>
    </context>
    <context>
        <name>LiveKeys</name>
        <message>
            <source>{key}, played {how}</source>
            <translation>{key}, tocada {how}</translation>
        </message>
        <message>
            <source>from {keyboard}</source>
            <translation>desde {keyboard}</translation>
        </message>
        <message>
            <source>Touch {n} of 127</source>
            <translation>Toque {n} de 127</translation>
        </message>
        <message>
            <source>Press any key on your keyboard</source>
            <translation>Toca cualquier tecla de tu teclado</translation>
        </message>
        <message>
            <source>Pedal down</source>
            <translation>Pedal pisado</translation>
        </message>
        <message>
            <source>Pedal up</source>
            <translation>Pedal suelto</translation>
        </message>
    </context>
    <context>
        <name>OctaveCheck</name>
        <message>
            <source>Is middle C in its place?</source>
            <translation>¿Está el do central en su sitio?</translation>
        </message>
        <message>
            <source>Keyboards can be shifted by an octave without anybody noticing. Then every game says “too high” or “too low”.</source>
            <translation>Un teclado puede estar desplazado una octava sin que nadie lo note. Entonces todos los juegos dicen “demasiado alto” o “demasiado bajo”.</translation>
        </message>
        <message>
            <source>Check it</source>
            <translation>Comprobarlo</translation>
        </message>
        <message>
            <source>Play the C nearest the middle of your keyboard.</source>
            <translation>Toca el do más cercano al centro de tu teclado.</translation>
        </message>
        <message>
            <source>That was {key}. Please play a C.</source>
            <translation>Eso era {key}. Toca un do, por favor.</translation>
        </message>
        <message>
            <source>Middle C is in its place.</source>
            <translation>El do central está en su sitio.</translation>
        </message>
        <message numerus="yes">
            <source>Your keyboard plays %n octave(s) too low.</source>
            <translation>
                <numerusform>Tu teclado suena %n octava demasiado bajo.</numerusform>
                <numerusform>Tu teclado suena %n octavas demasiado bajo.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your keyboard plays %n octave(s) too high.</source>
            <translation>
                <numerusform>Tu teclado suena %n octava demasiado alto.</numerusform>
                <numerusform>Tu teclado suena %n octavas demasiado alto.</numerusform>
            </translation>
        </message>
        <message>
            <source>Put it right</source>
            <translation>Corregirlo</translation>
        </message>
        <message>
            <source>Done. Middle C is in its place now.</source>
            <translation>Hecho. El do central ya está en su sitio.</translation>
        </message>
    </context>
    <context>
        <name>MessageList</name>
        <message>
            <source>Show every message</source>
            <translation>Mostrar cada mensaje</translation>
        </message>
    </context>
    <context>
        <name>NothingArrives</name>
        <message>
            <source>1. The cable</source>
            <translation>1. El cable</translation>
        </message>
        <message>
            <source>The square plug goes into the keyboard (“USB to host”), the flat one into the computer.</source>
            <translation>El conector cuadrado va en el teclado (“USB to host”) y el plano en el ordenador.</translation>
        </message>
        <message>
            <source>2. The switch</source>
            <translation>2. El interruptor</translation>
        </message>
        <message>
            <source>Switch the keyboard on. A little light or its display shows that it is.</source>
            <translation>Enciende el teclado. Una lucecita o su pantalla muestra que lo está.</translation>
        </message>
        <message>
            <source>3. Other programs</source>
            <translation>3. Otros programas</translation>
        </message>
        <message>
            <source>Close other music programs: some keep a keyboard for themselves. Then pull the cable and plug it in again.</source>
            <translation>Cierra otros programas de música: algunos se quedan el teclado para ellos. Luego desenchufa el cable y vuelve a enchufarlo.</translation>
        </message>
        <message>
            <source>It appears here by itself as soon as it is there.</source>
            <translation>Aparece aquí solo en cuanto está conectado.</translation>
        </message>
    </context>
    <context>
        <name>CalibrationView</name>
        <message>
            <source>Sound needs a moment from the computer to your ear, and the picture to your eye. Tap along once, and games take that moment off: nobody is called late because of a slow computer.</source>
            <translation>El sonido tarda un momento del ordenador a tu oído, y la imagen a tu ojo. Toca una vez al compás y los juegos descuentan ese momento: nadie llega tarde por culpa de un ordenador lento.</translation>
        </message>
        <message>
            <source>In time?</source>
            <translation>¿A tiempo?</translation>
        </message>
        <message>
            <source>Tap with the click</source>
            <translation>Tocar con el clic</translation>
        </message>
        <message>
            <source>Tap with the light</source>
            <translation>Tocar con la luz</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Empezar</translation>
        </message>
        <message>
            <source>Forget it</source>
            <translation>Olvidarlo</translation>
        </message>
        <message>
            <source>Keyboards</source>
            <translation>Teclados</translation>
        </message>
        <message>
            <source>any key of {keyboard}</source>
            <translation>cualquier tecla de {keyboard}</translation>
        </message>
        <message>
            <source>the space bar, or here on the screen</source>
            <translation>la barra espaciadora, o aquí en la pantalla</translation>
        </message>
        <message>
            <source>Listen to four clicks, then tap along.</source>
            <translation>Escucha cuatro clics y luego toca con ellos.</translation>
        </message>
        <message>
            <source>Watch four flashes, then tap along.</source>
            <translation>Mira cuatro destellos y luego toca con ellos.</translation>
        </message>
        <message>
            <source>{listen} Tap with {key}.</source>
            <translation>{listen} Toca con {key}.</translation>
        </message>
        <message>
            <source>Ready…</source>
            <translation>Preparados…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Parar</translation>
        </message>
        <message>
            <source>Now tap!</source>
            <translation>¡Ahora toca!</translation>
        </message>
        <message>
            <source>{n} of {total} taps</source>
            <translation>{n} de {total} toques</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>Medir otra vez</translation>
        </message>
        <message>
            <source>Once more, please</source>
            <translation>Una vez más, por favor</translation>
        </message>
        <message>
            <source>These taps lay too far apart to measure anything. That happens to everybody. Wait until the beat feels steady, then tap right with it, all sixteen times.</source>
            <translation>Estos toques estaban demasiado dispersos para medir algo. Le pasa a todo el mundo. Espera a sentir el pulso y toca justo con él, las dieciséis veces.</translation>
        </message>
        <message>
            <source>Take it off from now on</source>
            <translation>Descontarlo desde ahora</translation>
        </message>
    </context>
    <context>
        <name>calibration</name>
        <message>
            <source>{ms} ms late</source>
            <translation>{ms} ms tarde</translation>
        </message>
        <message>
            <source>{ms} ms early</source>
            <translation>{ms} ms antes</translation>
        </message>
        <message>
            <source>That is a lot: wireless headphones or a television are often the reason, a cable is quicker. {taps} taps counted.</source>
            <translation>Es mucho: a menudo se debe a unos auriculares inalámbricos o a un televisor; un cable es más rápido. Han contado {taps} toques.</translation>
        </message>
        <message>
            <source>That is usual for a computer. When it is taken off, a tap right on the beat counts as right on the beat. {taps} taps counted.</source>
            <translation>Es normal en un ordenador. Al descontarlo, un toque justo en el pulso cuenta como justo en el pulso. Han contado {taps} toques.</translation>
        </message>
        <message>
            <source>Not measured yet: nothing is taken off.</source>
            <translation>Aún sin medir: no se descuenta nada.</translation>
        </message>
        <message>
            <source>{ms} ms: as good as at once.</source>
            <translation>{ms} ms: prácticamente al instante.</translation>
        </message>
        <message>
            <source>{ms} ms late. That much is taken off before anything is judged.</source>
            <translation>{ms} ms tarde. Se descuenta antes de valorar nada.</translation>
        </message>
        <message>
            <source>{ms} ms early. That much is added before anything is judged.</source>
            <translation>{ms} ms antes. Se añade antes de valorar nada.</translation>
        </message>
        <message>
            <source>the keys on the screen</source>
            <translation>las teclas de la pantalla</translation>
        </message>
        <message>
            <source>This computer is silent, so games are followed by eye. With {keyboard}: {how}</source>
            <translation>Este ordenador no suena, así que los juegos se siguen con la vista. Con {keyboard}: {how}</translation>
        </message>
        <message>
            <source>With {keyboard} and the sound of this computer: {how}</source>
            <translation>Con {keyboard} y el sonido de este ordenador: {how}</translation>
        </message>
        <message>
            <source>The last three plays were {ms} ms late. Take that off, too?</source>
            <translation>Las tres últimas veces llegaron {ms} ms tarde. ¿Descontarlo también?</translation>
        </message>
        <message>
            <source>The last three plays were {ms} ms early. Add that again?</source>
            <translation>Las tres últimas veces llegaron {ms} ms antes. ¿Añadirlo de nuevo?</translation>
        </message>
        <message>
            <source>Yes, shift</source>
            <translation>Sí, ajustar</translation>
        </message>
    </context>
    <context>
        <name>Lamp</name>
        <message>
            <source>Tap here, or press the space bar</source>
            <translation>Toca aquí o pulsa la barra espaciadora</translation>
        </message>
        <message>
            <source>Tap</source>
            <translation>Toca</translation>
        </message>
    </context>
    <context>
        <name>ReviewView</name>
        <message>
            <source>My skills</source>
            <translation>Mis destrezas</translation>
        </message>
        <message>
            <source>Today’s review</source>
            <translation>El repaso de hoy</translation>
        </message>
        <message>
            <source>What you learned comes back just before you would forget it.</source>
            <translation>Lo que aprendiste vuelve justo antes de que se te olvide.</translation>
        </message>
        <message numerus="yes">
            <source>%n skill(s) to hear again,</source>
            <translation>
                <numerusform>%n destreza para volver a oír,</numerusform>
                <numerusform>%n destrezas para volver a oír,</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s).</source>
            <translation>
                <numerusform>más o menos %n minuto.</numerusform>
                <numerusform>más o menos %n minutos.</numerusform>
            </translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Empezar</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Ahora</translation>
        </message>
        <message>
            <source>After that</source>
            <translation>Después</translation>
        </message>
        <message>
            <source>Last heard {when}</source>
            <translation>Oído por última vez: {when}</translation>
        </message>
        <message>
            <source>Everything you know is fresh. Come back tomorrow, or learn something new.</source>
            <translation>Todo lo que sabes está fresco. Vuelve mañana o aprende algo nuevo.</translation>
        </message>
        <message>
            <source>Nothing to review today</source>
            <translation>Hoy no hay nada que repasar</translation>
        </message>
        <message>
            <source>Play your first game: from the next days on, what you learned comes back here.</source>
            <translation>Juega tu primer juego: en los próximos días, lo que aprendiste vuelve aquí.</translation>
        </message>
        <message>
            <source>Nothing to review yet</source>
            <translation>Todavía nada que repasar</translation>
        </message>
        <message>
            <source>Find a game</source>
            <translation>Buscar un juego</translation>
        </message>
        <message>
            <source>Comes back later</source>
            <translation>Vuelve más tarde</translation>
        </message>
    </context>
    <context>
        <name>SkillsView</name>
        <message>
            <source>Today’s review</source>
            <translation>El repaso de hoy</translation>
        </message>
        <message>
            <source>{mastered} mastered, {growing} growing</source>
            <translation>{mastered} dominadas, {growing} creciendo</translation>
        </message>
        <message>
            <source>My skills</source>
            <translation>Mis destrezas</translation>
        </message>
        <message>
            <source>Mastered</source>
            <translation>Dominada</translation>
        </message>
        <message>
            <source>Growing</source>
            <translation>Creciendo</translation>
        </message>
        <message>
            <source>Due for review</source>
            <translation>Toca repasar</translation>
        </message>
        <message>
            <source>Not begun</source>
            <translation>Sin empezar</translation>
        </message>
        <message>
            <source>{n} of {all} mastered</source>
            <translation>{n} de {all} dominadas</translation>
        </message>
    </context>
    <context>
        <name>skills</name>
        <message>
            <source>not begun</source>
            <translation>sin empezar</translation>
        </message>
        <message>
            <source>mastered, {n} of 100</source>
            <translation>dominada, {n} de 100</translation>
        </message>
        <message>
            <source>growing, {n} of 100</source>
            <translation>creciendo, {n} de 100</translation>
        </message>
        <message>
            <source>due for review</source>
            <translation>toca repasar</translation>
        </message>
    </context>
    <context>
        <name>stage</name>
        <message>
            <source>Learn</source>
            <translation>Aprender</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Jugar</translation>
        </message>
        <message>
            <source>Quiz</source>
            <translation>Prueba</translation>
        </message>
        <message>
            <source>Challenge</source>
            <translation>Reto</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Repaso</translation>
        </message>
    </context>
    <context>
        <name>QuickFindView</name>
        <message>
            <source>A word of the game, or what it is about</source>
            <translation>Una palabra del juego o de qué trata</translation>
        </message>
        <message>
            <source>Find a game</source>
            <translation>Buscar un juego</translation>
        </message>
        <message>
            <source>Show all games</source>
            <translation>Mostrar todos los juegos</translation>
        </message>
        <message>
            <source>Easy (1 to 3)</source>
            <translation>Fácil (1 a 3)</translation>
        </message>
        <message>
            <source>Medium (4 to 6)</source>
            <translation>Media (4 a 6)</translation>
        </message>
        <message>
            <source>Hard (7 to 10)</source>
            <translation>Difícil (7 a 10)</translation>
        </message>
        <message>
            <source>All concepts</source>
            <translation>Todos los conceptos</translation>
        </message>
        <message>
            <source>Concept</source>
            <translation>Concepto</translation>
        </message>
        <message>
            <source>All levels</source>
            <translation>Todos los niveles</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Nivel</translation>
        </message>
        <message>
            <source>Any difficulty</source>
            <translation>Cualquier dificultad</translation>
        </message>
        <message>
            <source>Difficulty</source>
            <translation>Dificultad</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>Todas las categorías</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Categoría</translation>
        </message>
        <message numerus="yes">
            <source>%n game(s)</source>
            <translation>
                <numerusform>%n juego</numerusform>
                <numerusform>%n juegos</numerusform>
            </translation>
        </message>
        <message>
            <source>Try a shorter word, or fewer filters. “scale”, “rhythm” and “treble” are good beginnings.</source>
            <translation>Prueba una palabra más corta o menos filtros. “escala”, “ritmo” y “clave” son buenos comienzos.</translation>
        </message>
        <message>
            <source>No game like that</source>
            <translation>No hay ningún juego así</translation>
        </message>
        <message>
            <source>Needs a MIDI keyboard</source>
            <translation>Necesita un teclado MIDI</translation>
        </message>
        <message>
            <source>difficulty {n} of 10</source>
            <translation>dificultad {n} de 10</translation>
        </message>
        <message>
            <source>Enter plays it.</source>
            <translation>Intro lo empieza.</translation>
        </message>
        <message>
            <source>for “{words}”</source>
            <translation>para “{words}”</translation>
        </message>
        <message>
            <source>Or pick one tune:</source>
            <translation>O elige una melodía:</translation>
        </message>
        <message>
            <source>Play “{title}”</source>
            <translation>Tocar «{title}»</translation>
        </message>
    </context>
    <context>
        <name>level</name>
        <message>
            <source>Beginner</source>
            <translation>Principiante</translation>
        </message>
        <message>
            <source>Early intermediate</source>
            <translation>Intermedio inicial</translation>
        </message>
        <message>
            <source>Intermediate</source>
            <translation>Intermedio</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Avanzado</translation>
        </message>
    </context>
    <context>
        <name>GameList</name>
        <message>
            <source>Games found</source>
            <translation>Juegos encontrados</translation>
        </message>
    </context>
    <context>
        <name>LevelsView</name>
        <message>
            <source>Games now</source>
            <translation>Juegos ahora</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Levels</source>
            <translation>Niveles</translation>
        </message>
        <message>
            <source>Level {n} of {all}</source>
            <translation>Nivel {n} de {all}</translation>
        </message>
        <message numerus="yes">
            <source>%n round(s) so far</source>
            <translation>
                <numerusform>%n partida hasta ahora</numerusform>
                <numerusform>%n partidas hasta ahora</numerusform>
            </translation>
        </message>
        <message>
            <source>As soon as a game with several levels was played, it stands here.</source>
            <translation>En cuanto se juegue un juego con varios niveles, aparecerá aquí.</translation>
        </message>
        <message>
            <source>Nothing played yet</source>
            <translation>Aún no se ha jugado nada</translation>
        </message>
        <message>
            <source>How levels are chosen</source>
            <translation>Cómo se eligen los niveles</translation>
        </message>
        <message>
            <source>Levels of {name}</source>
            <translation>Niveles de {name}</translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>No keyboard</source>
            <translation>Sin teclado</translation>
        </message>
        <message>
            <source>Keyboards: {name}</source>
            <translation>Teclados: {name}</translation>
        </message>
        <message>
            <source>{name}: look and sign out</source>
            <translation>{name}: aspecto y salir</translation>
        </message>
        <message>
            <source>last contact {when}</source>
            <translation>último contacto {when}</translation>
        </message>
        <message numerus="yes">
            <source>Notices, %n new</source>
            <translation>
                <numerusform>Avisos, %n nuevo</numerusform>
                <numerusform>Avisos, %n nuevos</numerusform>
            </translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Alto contraste</translation>
        </message>
        <message>
            <source>Text size {n} %</source>
            <translation>Tamaño del texto {n} %</translation>
        </message>
        <message>
            <source>Less motion</source>
            <translation>Menos movimiento</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Keyboards and timing</source>
            <translation>Teclados y tiempo</translation>
        </message>
        <message>
            <source>Read this page to me, F1</source>
            <translation>Léeme esta página, F1</translation>
        </message>
        <message>
            <source>Read to me</source>
            <translation>Léeme en voz alta</translation>
        </message>
    </context>
    <context>
        <name>DashboardView</name>
        <message>
            <source>You were in the middle of “{game}”. What you have played is still here.</source>
            <translation>Estabas a mitad de “{game}”. Lo que tocaste sigue aquí.</translation>
        </message>
        <message>
            <source>Play on</source>
            <translation>Seguir tocando</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>Dejarlo</translation>
        </message>
        <message numerus="yes">
            <source>%n skill(s) want to be heard again today.</source>
            <translation>
                <numerusform>Hoy toca volver a oír %n destreza.</numerusform>
                <numerusform>Hoy toca volver a oír %n destrezas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Repasar</translation>
        </message>
        <message>
            <source>You have played today. Every minute counts!</source>
            <translation>Hoy ya has tocado. ¡Cada minuto cuenta!</translation>
        </message>
        <message>
            <source>Good to see you. A few minutes are enough for today.</source>
            <translation>Qué bien verte. Unos minutos bastan por hoy.</translation>
        </message>
        <message>
            <source>Good to see you. Let’s make some music.</source>
            <translation>Qué bien verte. Hagamos música.</translation>
        </message>
        <message>
            <source>Hello, {name}</source>
            <translation>Hola, {name}</translation>
        </message>
        <message>
            <source>Step {n} of {total}</source>
            <translation>Paso {n} de {total}</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Empezar</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Seguir</translation>
        </message>
        <message>
            <source>Your next step</source>
            <translation>Tu próximo paso</translation>
        </message>
        <message>
            <source>Everything is done!</source>
            <translation>¡Todo está hecho!</translation>
        </message>
        <message>
            <source>Well played. Look at your badges, or play a piece again.</source>
            <translation>Bien tocado. Mira tus insignias o vuelve a tocar una pieza.</translation>
        </message>
        <message>
            <source>No assignment yet</source>
            <translation>Aún no hay tareas</translation>
        </message>
        <message>
            <source>As soon as your teacher gives you something to play, it is here: big, with a start button.</source>
            <translation>En cuanto tu profesor te dé algo para tocar, estará aquí: grande, con un botón para empezar.</translation>
        </message>
        <message>
            <source>points, {week} this week</source>
            <translation>puntos, {week} esta semana</translation>
        </message>
        <message numerus="yes">
            <source>days in a row</source>
            <translation>
                <numerusform>día seguido</numerusform>
                <numerusform>días seguidos</numerusform>
            </translation>
        </message>
        <message>
            <source>badges earned</source>
            <translation>insignias logradas</translation>
        </message>
        <message>
            <source>Assignments</source>
            <translation>Tareas</translation>
        </message>
        <message>
            <source>Your teacher’s assignments will be listed here.</source>
            <translation>Las tareas de tu profesor aparecerán aquí.</translation>
        </message>
        <message>
            <source>All quiet</source>
            <translation>Todo tranquilo</translation>
        </message>
        <message>
            <source>Finish your first step, and your first badge appears here.</source>
            <translation>Termina tu primer paso y tu primera insignia aparecerá aquí.</translation>
        </message>
        <message>
            <source>Badges</source>
            <translation>Insignias</translation>
        </message>
        <message>
            <source>Room for badges</source>
            <translation>Sitio para insignias</translation>
        </message>
        <message>
            <source>All badges</source>
            <translation>Todas las insignias</translation>
        </message>
        <message>
            <source>My points</source>
            <translation>Mis puntos</translation>
        </message>
        <message>
            <source>What your class is proud of shows here. You can share your badges, too.</source>
            <translation>Aquí se ve de qué está orgullosa tu clase. Tú también puedes compartir tus insignias.</translation>
        </message>
        <message>
            <source>Nothing shared yet</source>
            <translation>Aún no se ha compartido nada</translation>
        </message>
        <message>
            <source>From your class</source>
            <translation>De tu clase</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Todo</translation>
        </message>
        <message>
            <source>Find a game</source>
            <translation>Buscar un juego</translation>
        </message>
    </context>
    <context>
        <name>PlayView</name>
        <message>
            <source>Keyboards</source>
            <translation>Teclados</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausa</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>Guardar otra vez</translation>
        </message>
        <message>
            <source>Let’s connect your keyboard</source>
            <translation>Vamos a conectar tu teclado</translation>
        </message>
        <message>
            <source>The game begins by itself as soon as the keyboard is there.</source>
            <translation>El juego empieza solo en cuanto el teclado esté ahí.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Buscar otra vez</translation>
        </message>
        <message>
            <source>Read to me</source>
            <translation>Léemelo</translation>
        </message>
    </context>
    <context>
        <name>StudentView</name>
        <message>
            <source>Levels</source>
            <translation>Niveles</translation>
        </message>
        <message numerus="yes">
            <source>%n play(s)</source>
            <translation>
                <numerusform>%n vez</numerusform>
                <numerusform>%n veces</numerusform>
            </translation>
        </message>
        <message>
            <source>Assignments</source>
            <translation>Tareas</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Concepts</source>
            <translation>Conceptos</translation>
        </message>
        <message>
            <source>Every play appears here as soon as this computer has it.</source>
            <translation>Cada partida aparece aquí en cuanto este ordenador la tiene.</translation>
        </message>
        <message>
            <source>Latest plays</source>
            <translation>Últimas partidas</translation>
        </message>
        <message>
            <source>Listen</source>
            <translation>Escuchar</translation>
        </message>
        <message>
            <source>Listen: {game}</source>
            <translation>Escuchar: {game}</translation>
        </message>
        <message>
            <source>No assignment yet</source>
            <translation>Aún no hay tarea</translation>
        </message>
        <message>
            <source>Notes and concepts over the weeks</source>
            <translation>Notas y conceptos por semanas</translation>
        </message>
        <message>
            <source>Nothing played yet</source>
            <translation>Aún no se ha tocado nada</translation>
        </message>
        <message>
            <source>What you give this student to play is listed here, step by step.</source>
            <translation>Lo que das a este alumno aparece aquí, paso a paso.</translation>
        </message>
        <message>
            <source>as of {when}</source>
            <translation>al {when}</translation>
        </message>
        <message>
            <source>being checked</source>
            <translation>comprobándose</translation>
        </message>
        <message>
            <source>could not be checked</source>
            <translation>no se pudo comprobar</translation>
        </message>
        <message>
            <source>counted again at school</source>
            <translation>recontado en la escuela</translation>
        </message>
        <message>
            <source>minutes of practice</source>
            <translation>minutos de práctica</translation>
        </message>
        <message>
            <source>of plays passed</source>
            <translation>de partidas superadas</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>superado</translation>
        </message>
        <message>
            <source>plays</source>
            <translation>partidas</translation>
        </message>
        <message>
            <source>please have a look</source>
            <translation>por favor, mira</translation>
        </message>
        <message>
            <source>points</source>
            <translation>puntos</translation>
        </message>
        <message>
            <source>practised</source>
            <translation>practicado</translation>
        </message>
        <message>
            <source>{done} of {total} steps</source>
            <translation>{done} de {total} pasos</translation>
        </message>
        <message>
            <source>Sharing and rest</source>
            <translation>Compartir y descansar</translation>
        </message>
        <message>
            <source>you listened: it counts</source>
            <translation>usted escuchó: cuenta</translation>
        </message>
        <message>
            <source>you listened: practice</source>
            <translation>usted escuchó: práctica</translation>
        </message>
        <message>
            <source>All they share</source>
            <translation>Todo lo que comparte</translation>
        </message>
        <message>
            <source>Not here any more</source>
            <translation>Ya no está aquí</translation>
        </message>
    </context>
    <context>
        <name>category</name>
        <message>
            <source>Articulation</source>
            <translation>Articulación</translation>
        </message>
        <message>
            <source>Chords</source>
            <translation>Acordes</translation>
        </message>
        <message>
            <source>Dynamics</source>
            <translation>Dinámica</translation>
        </message>
        <message>
            <source>Ear</source>
            <translation>Oído</translation>
        </message>
        <message>
            <source>Hands together</source>
            <translation>Manos juntas</translation>
        </message>
        <message>
            <source>Harmony</source>
            <translation>Armonía</translation>
        </message>
        <message>
            <source>Improvisation</source>
            <translation>Improvisación</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervalos</translation>
        </message>
        <message>
            <source>Key signatures</source>
            <translation>Armaduras</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>Teclado</translation>
        </message>
        <message>
            <source>Note names</source>
            <translation>Nombres de las notas</translation>
        </message>
        <message>
            <source>Rhythm</source>
            <translation>Ritmo</translation>
        </message>
        <message>
            <source>Scales</source>
            <translation>Escalas</translation>
        </message>
        <message>
            <source>Sight-reading</source>
            <translation>Lectura a primera vista</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Pentagrama</translation>
        </message>
        <message>
            <source>Terms and signs</source>
            <translation>Términos y signos</translation>
        </message>
        <message>
            <source>Transposition</source>
            <translation>Transporte</translation>
        </message>
    </context>
    <context>
        <name>concept</name>
        <message>
            <source>Accidentals</source>
            <translation>Alteraciones</translation>
        </message>
        <message>
            <source>Alto clef</source>
            <translation>Clave de do en tercera</translation>
        </message>
        <message>
            <source>Articulation</source>
            <translation>Articulación</translation>
        </message>
        <message>
            <source>Bass clef</source>
            <translation>Clave de fa</translation>
        </message>
        <message>
            <source>Black keys</source>
            <translation>Teclas negras</translation>
        </message>
        <message>
            <source>Blues scales</source>
            <translation>Escalas de blues</translation>
        </message>
        <message>
            <source>Cadences</source>
            <translation>Cadencias</translation>
        </message>
        <message>
            <source>Chords</source>
            <translation>Acordes</translation>
        </message>
        <message>
            <source>Chords by ear</source>
            <translation>Acordes de oído</translation>
        </message>
        <message>
            <source>Dorian scales</source>
            <translation>Escalas dóricas</translation>
        </message>
        <message>
            <source>Dotted rhythms</source>
            <translation>Ritmos con puntillo</translation>
        </message>
        <message>
            <source>Dynamics</source>
            <translation>Dinámica</translation>
        </message>
        <message>
            <source>Eighths</source>
            <translation>Corcheas</translation>
        </message>
        <message>
            <source>Flat keys</source>
            <translation>Tonalidades con bemoles</translation>
        </message>
        <message>
            <source>Grand staff</source>
            <translation>Sistema de piano</translation>
        </message>
        <message>
            <source>Guide notes</source>
            <translation>Notas guía</translation>
        </message>
        <message>
            <source>Hands together</source>
            <translation>Manos juntas</translation>
        </message>
        <message>
            <source>Harmonic minor scales</source>
            <translation>Escalas menores armónicas</translation>
        </message>
        <message>
            <source>Harmony</source>
            <translation>Armonía</translation>
        </message>
        <message>
            <source>Improvisation</source>
            <translation>Improvisación</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervalos</translation>
        </message>
        <message>
            <source>Intervals by ear</source>
            <translation>Intervalos de oído</translation>
        </message>
        <message>
            <source>Inversions</source>
            <translation>Inversiones</translation>
        </message>
        <message>
            <source>Key signatures</source>
            <translation>Armaduras</translation>
        </message>
        <message>
            <source>Ledger lines</source>
            <translation>Líneas adicionales</translation>
        </message>
        <message>
            <source>Lines and spaces</source>
            <translation>Líneas y espacios</translation>
        </message>
        <message>
            <source>Listening length</source>
            <translation>Oír la duración</translation>
        </message>
        <message>
            <source>Listening loudness</source>
            <translation>Oír la intensidad</translation>
        </message>
        <message>
            <source>Listening pitch</source>
            <translation>Oír la altura</translation>
        </message>
        <message>
            <source>Lydian scales</source>
            <translation>Escalas lidias</translation>
        </message>
        <message>
            <source>Major pentatonic scales</source>
            <translation>Escalas pentatónicas mayores</translation>
        </message>
        <message>
            <source>Major scales</source>
            <translation>Escalas mayores</translation>
        </message>
        <message>
            <source>Melodic dictation</source>
            <translation>Dictado melódico</translation>
        </message>
        <message>
            <source>Melodic minor scales</source>
            <translation>Escalas menores melódicas</translation>
        </message>
        <message>
            <source>Metre</source>
            <translation>Compás</translation>
        </message>
        <message>
            <source>Minor keys</source>
            <translation>Tonalidades menores</translation>
        </message>
        <message>
            <source>Minor pentatonic scales</source>
            <translation>Escalas pentatónicas menores</translation>
        </message>
        <message>
            <source>Minor scales</source>
            <translation>Escalas menores</translation>
        </message>
        <message>
            <source>Mixolydian scales</source>
            <translation>Escalas mixolidias</translation>
        </message>
        <message>
            <source>Natural keys</source>
            <translation>Tonalidades sin alteraciones</translation>
        </message>
        <message>
            <source>Note names</source>
            <translation>Nombres de las notas</translation>
        </message>
        <message>
            <source>Note values</source>
            <translation>Figuras</translation>
        </message>
        <message>
            <source>Phrygian scales</source>
            <translation>Escalas frigias</translation>
        </message>
        <message>
            <source>Playing by ear</source>
            <translation>Tocar de oído</translation>
        </message>
        <message>
            <source>Repeats</source>
            <translation>Repeticiones</translation>
        </message>
        <message>
            <source>Rests</source>
            <translation>Silencios</translation>
        </message>
        <message>
            <source>Rhythm</source>
            <translation>Ritmo</translation>
        </message>
        <message>
            <source>Rhythm by ear</source>
            <translation>Ritmo de oído</translation>
        </message>
        <message>
            <source>Scale degrees</source>
            <translation>Grados de la escala</translation>
        </message>
        <message>
            <source>Scales</source>
            <translation>Escalas</translation>
        </message>
        <message>
            <source>Seventh chords</source>
            <translation>Acordes de séptima</translation>
        </message>
        <message>
            <source>Sharp keys</source>
            <translation>Tonalidades con sostenidos</translation>
        </message>
        <message>
            <source>Sight reading</source>
            <translation>Lectura a primera vista</translation>
        </message>
        <message>
            <source>Sixteenths</source>
            <translation>Semicorcheas</translation>
        </message>
        <message>
            <source>Steady beat</source>
            <translation>Pulso constante</translation>
        </message>
        <message>
            <source>Steps and skips</source>
            <translation>Pasos y saltos</translation>
        </message>
        <message>
            <source>Terms articulation</source>
            <translation>Términos de articulación</translation>
        </message>
        <message>
            <source>Terms dynamics</source>
            <translation>Términos de dinámica</translation>
        </message>
        <message>
            <source>Terms expression</source>
            <translation>Términos de expresión</translation>
        </message>
        <message>
            <source>Terms form</source>
            <translation>Términos de forma</translation>
        </message>
        <message>
            <source>Terms signs</source>
            <translation>Signos</translation>
        </message>
        <message>
            <source>Terms tempo</source>
            <translation>Términos de tempo</translation>
        </message>
        <message>
            <source>Transposition</source>
            <translation>Transporte</translation>
        </message>
        <message>
            <source>Treble clef</source>
            <translation>Clave de sol</translation>
        </message>
        <message>
            <source>Triplets</source>
            <translation>Tresillos</translation>
        </message>
        <message>
            <source>White keys</source>
            <translation>Teclas blancas</translation>
        </message>
    </context>
    <context>
        <name>game</name>
        <message>
            <source>Middle C and friends</source>
            <translation>El do central y sus vecinos</translation>
        </message>
        <message>
            <source>Five fingers in the treble</source>
            <translation>Cinco dedos en clave de sol</translation>
        </message>
        <message>
            <source>Five fingers in the bass</source>
            <translation>Cinco dedos en clave de fa</translation>
        </message>
        <message>
            <source>Guide notes</source>
            <translation>Notas guía</translation>
        </message>
        <message>
            <source>Spaces of the treble staff</source>
            <translation>Espacios de la clave de sol</translation>
        </message>
        <message>
            <source>Lines of the treble staff</source>
            <translation>Líneas de la clave de sol</translation>
        </message>
        <message>
            <source>Spaces of the bass staff</source>
            <translation>Espacios de la clave de fa</translation>
        </message>
        <message>
            <source>Lines of the bass staff</source>
            <translation>Líneas de la clave de fa</translation>
        </message>
        <message>
            <source>The whole treble staff</source>
            <translation>Toda la clave de sol</translation>
        </message>
        <message>
            <source>The whole bass staff</source>
            <translation>Toda la clave de fa</translation>
        </message>
        <message>
            <source>The grand staff</source>
            <translation>El sistema de piano</translation>
        </message>
        <message>
            <source>Ledger lines</source>
            <translation>Líneas adicionales</translation>
        </message>
        <message>
            <source>Sharps and flats</source>
            <translation>Sostenidos y bemoles</translation>
        </message>
        <message>
            <source>Name the treble note</source>
            <translation>Nombra la nota en clave de sol</translation>
        </message>
        <message>
            <source>Name the bass note</source>
            <translation>Nombra la nota en clave de fa</translation>
        </message>
        <message>
            <source>Reading in G and F major</source>
            <translation>Leer en sol y fa mayor</translation>
        </message>
        <message>
            <source>Reading in D and B flat major</source>
            <translation>Leer en re y si bemol mayor</translation>
        </message>
        <message>
            <source>Reading in three sharps and flats</source>
            <translation>Leer con tres sostenidos o bemoles</translation>
        </message>
        <message>
            <source>Reading in four sharps and flats</source>
            <translation>Leer con cuatro sostenidos o bemoles</translation>
        </message>
        <message>
            <source>Reading in many sharps</source>
            <translation>Leer con muchos sostenidos</translation>
        </message>
        <message>
            <source>Reading in many flats</source>
            <translation>Leer con muchos bemoles</translation>
        </message>
        <message>
            <source>Ledger lines above the treble</source>
            <translation>Líneas adicionales sobre la clave de sol</translation>
        </message>
        <message>
            <source>Ledger lines below the bass</source>
            <translation>Líneas adicionales bajo la clave de fa</translation>
        </message>
        <message>
            <source>Between the staves</source>
            <translation>Entre los pentagramas</translation>
        </message>
        <message>
            <source>Accidentals beyond the staff</source>
            <translation>Alteraciones fuera del pentagrama</translation>
        </message>
        <message>
            <source>First steps in the alto clef</source>
            <translation>Primeros pasos en clave de do</translation>
        </message>
        <message>
            <source>Name treble notes with sharps and flats</source>
            <translation>Nombra notas con sostenidos y bemoles en clave de sol</translation>
        </message>
        <message>
            <source>Name bass notes with sharps and flats</source>
            <translation>Nombra notas con sostenidos y bemoles en clave de fa</translation>
        </message>
        <message>
            <source>Name notes on the grand staff</source>
            <translation>Nombra notas en el sistema de piano</translation>
        </message>
        <message>
            <source>Find C, D and E</source>
            <translation>Encuentra do, re y mi</translation>
        </message>
        <message>
            <source>Find F, G, A and B</source>
            <translation>Encuentra fa, sol, la y si</translation>
        </message>
        <message>
            <source>Find every white key</source>
            <translation>Encuentra cada tecla blanca</translation>
        </message>
        <message>
            <source>Sharps on the keys</source>
            <translation>Sostenidos en el teclado</translation>
        </message>
        <message>
            <source>Flats on the keys</source>
            <translation>Bemoles en el teclado</translation>
        </message>
        <message>
            <source>Black and white</source>
            <translation>Blancas y negras</translation>
        </message>
        <message>
            <source>What is this key called?</source>
            <translation>¿Cómo se llama esta tecla?</translation>
        </message>
        <message>
            <source>Name the black key</source>
            <translation>Nombra la tecla negra</translation>
        </message>
        <message>
            <source>Highest and lowest</source>
            <translation>La más alta y la más baja</translation>
        </message>
        <message>
            <source>Highest and lowest, black keys too</source>
            <translation>La más alta y la más baja, también negras</translation>
        </message>
        <message>
            <source>Read short words</source>
            <translation>Lee palabras cortas</translation>
        </message>
        <message>
            <source>Read long words</source>
            <translation>Lee palabras largas</translation>
        </message>
        <message>
            <source>Read bass words</source>
            <translation>Lee palabras en clave de fa</translation>
        </message>
        <message>
            <source>Read long bass words</source>
            <translation>Lee palabras largas en clave de fa</translation>
        </message>
        <message>
            <source>Play short words</source>
            <translation>Toca palabras cortas</translation>
        </message>
        <message>
            <source>Play long words</source>
            <translation>Toca palabras largas</translation>
        </message>
        <message>
            <source>Play bass words</source>
            <translation>Toca palabras en clave de fa</translation>
        </message>
        <message>
            <source>Step, skip or repeat?</source>
            <translation>¿Paso, salto o repetición?</translation>
        </message>
        <message>
            <source>Steps and skips in the bass</source>
            <translation>Pasos y saltos en clave de fa</translation>
        </message>
        <message>
            <source>Hear steps and skips</source>
            <translation>Oye pasos y saltos</translation>
        </message>
        <message>
            <source>Play steps and skips</source>
            <translation>Toca pasos y saltos</translation>
        </message>
        <message>
            <source>Play steps and skips, left hand</source>
            <translation>Toca pasos y saltos, mano izquierda</translation>
        </message>
        <message>
            <source>Read seconds and thirds</source>
            <translation>Lee segundas y terceras</translation>
        </message>
        <message>
            <source>Read up to the fifth</source>
            <translation>Lee hasta la quinta</translation>
        </message>
        <message>
            <source>Read all intervals</source>
            <translation>Lee todos los intervalos</translation>
        </message>
        <message>
            <source>Read intervals in the bass</source>
            <translation>Lee intervalos en clave de fa</translation>
        </message>
        <message>
            <source>Major or minor third?</source>
            <translation>¿Tercera mayor o menor?</translation>
        </message>
        <message>
            <source>Seconds and thirds exactly</source>
            <translation>Segundas y terceras exactas</translation>
        </message>
        <message>
            <source>Perfect and not so perfect</source>
            <translation>Justos y no tan justos</translation>
        </message>
        <message>
            <source>Every interval exactly</source>
            <translation>Todos los intervalos exactos</translation>
        </message>
        <message>
            <source>Hear seconds and fifths</source>
            <translation>Oye segundas y quintas</translation>
        </message>
        <message>
            <source>Hear thirds and fifths</source>
            <translation>Oye terceras y quintas</translation>
        </message>
        <message>
            <source>Hear major and minor thirds</source>
            <translation>Oye terceras mayores y menores</translation>
        </message>
        <message>
            <source>Hear fourths and fifths</source>
            <translation>Oye cuartas y quintas</translation>
        </message>
        <message>
            <source>Hear small intervals</source>
            <translation>Oye intervalos pequeños</translation>
        </message>
        <message>
            <source>Hear large intervals</source>
            <translation>Oye intervalos grandes</translation>
        </message>
        <message>
            <source>Hear intervals going down</source>
            <translation>Oye intervalos descendentes</translation>
        </message>
        <message>
            <source>Hear intervals sounding together</source>
            <translation>Oye intervalos simultáneos</translation>
        </message>
        <message>
            <source>Play seconds and thirds</source>
            <translation>Toca segundas y terceras</translation>
        </message>
        <message>
            <source>Play intervals up to the octave</source>
            <translation>Toca intervalos hasta la octava</translation>
        </message>
        <message>
            <source>Play exact intervals</source>
            <translation>Toca intervalos exactos</translation>
        </message>
        <message>
            <source>Play intervals up and down</source>
            <translation>Toca intervalos hacia arriba y abajo</translation>
        </message>
        <message>
            <source>C, G and F major</source>
            <translation>Do, sol y fa mayor</translation>
        </message>
        <message>
            <source>Up to three sharps</source>
            <translation>Hasta tres sostenidos</translation>
        </message>
        <message>
            <source>Up to three flats</source>
            <translation>Hasta tres bemoles</translation>
        </message>
        <message>
            <source>All sharp keys</source>
            <translation>Todas las tonalidades con sostenidos</translation>
        </message>
        <message>
            <source>All flat keys</source>
            <translation>Todas las tonalidades con bemoles</translation>
        </message>
        <message>
            <source>All major keys</source>
            <translation>Todas las tonalidades mayores</translation>
        </message>
        <message>
            <source>First minor keys</source>
            <translation>Primeras tonalidades menores</translation>
        </message>
        <message>
            <source>All minor keys</source>
            <translation>Todas las tonalidades menores</translation>
        </message>
        <message>
            <source>Press home in major</source>
            <translation>Toca la tónica en mayor</translation>
        </message>
        <message>
            <source>Press home in minor</source>
            <translation>Toca la tónica en menor</translation>
        </message>
        <message>
            <source>Bass clef signatures</source>
            <translation>Armaduras en clave de fa</translation>
        </message>
        <message>
            <source>Five fingers in C, G and F</source>
            <translation>Cinco dedos en do, sol y fa</translation>
        </message>
        <message>
            <source>Five fingers, minor</source>
            <translation>Cinco dedos en menor</translation>
        </message>
        <message>
            <source>C major, one octave</source>
            <translation>Do mayor, una octava</translation>
        </message>
        <message>
            <source>G, D and F major</source>
            <translation>Sol, re y fa mayor</translation>
        </message>
        <message>
            <source>Major scales with up to three signs</source>
            <translation>Escalas mayores con hasta tres alteraciones</translation>
        </message>
        <message>
            <source>All major scales on black-key homes</source>
            <translation>Escalas mayores desde teclas negras</translation>
        </message>
        <message>
            <source>Natural minor</source>
            <translation>Menor natural</translation>
        </message>
        <message>
            <source>Harmonic minor</source>
            <translation>Menor armónica</translation>
        </message>
        <message>
            <source>Melodic minor</source>
            <translation>Menor melódica</translation>
        </message>
        <message>
            <source>Left hand scales</source>
            <translation>Escalas con la mano izquierda</translation>
        </message>
        <message>
            <source>There and back</source>
            <translation>Ida y vuelta</translation>
        </message>
        <message>
            <source>Pentatonic scales</source>
            <translation>Escalas pentatónicas</translation>
        </message>
        <message>
            <source>Blues scales</source>
            <translation>Escalas de blues</translation>
        </message>
        <message>
            <source>Modes on white keys</source>
            <translation>Modos en teclas blancas</translation>
        </message>
        <message>
            <source>Scales from memory</source>
            <translation>Escalas de memoria</translation>
        </message>
        <message>
            <source>Major or minor scale?</source>
            <translation>¿Escala mayor o menor?</translation>
        </message>
        <message>
            <source>Three kinds of minor</source>
            <translation>Tres clases de menor</translation>
        </message>
        <message>
            <source>Hear the modes</source>
            <translation>Oye los modos</translation>
        </message>
        <message>
            <source>First chords: C, F and G</source>
            <translation>Primeros acordes: do, fa y sol</translation>
        </message>
        <message>
            <source>Minor chords on white keys</source>
            <translation>Acordes menores en teclas blancas</translation>
        </message>
        <message>
            <source>Major and minor</source>
            <translation>Mayor y menor</translation>
        </message>
        <message>
            <source>Chords with black keys</source>
            <translation>Acordes con teclas negras</translation>
        </message>
        <message>
            <source>First inversions</source>
            <translation>Primeras inversiones</translation>
        </message>
        <message>
            <source>All inversions</source>
            <translation>Todas las inversiones</translation>
        </message>
        <message>
            <source>Diminished and augmented</source>
            <translation>Disminuidos y aumentados</translation>
        </message>
        <message>
            <source>Dominant sevenths</source>
            <translation>Séptimas de dominante</translation>
        </message>
        <message>
            <source>Seventh chords</source>
            <translation>Acordes de séptima</translation>
        </message>
        <message>
            <source>Left hand chords</source>
            <translation>Acordes con la mano izquierda</translation>
        </message>
        <message>
            <source>Chords by their symbols</source>
            <translation>Acordes por su cifrado</translation>
        </message>
        <message>
            <source>Seventh chords by their symbols</source>
            <translation>Acordes de séptima por su cifrado</translation>
        </message>
        <message>
            <source>Read major and minor chords</source>
            <translation>Lee acordes mayores y menores</translation>
        </message>
        <message>
            <source>Name the chord</source>
            <translation>Nombra el acorde</translation>
        </message>
        <message>
            <source>Which inversion is written?</source>
            <translation>¿Qué inversión está escrita?</translation>
        </message>
        <message>
            <source>Read four kinds of triad</source>
            <translation>Lee cuatro clases de tríada</translation>
        </message>
        <message>
            <source>Hear major and minor</source>
            <translation>Oye mayor y menor</translation>
        </message>
        <message>
            <source>Hear four kinds of triad</source>
            <translation>Oye cuatro clases de tríada</translation>
        </message>
        <message>
            <source>Hear inversions</source>
            <translation>Oye inversiones</translation>
        </message>
        <message>
            <source>Hear seventh chords</source>
            <translation>Oye acordes de séptima</translation>
        </message>
        <message>
            <source>Full stop or comma?</source>
            <translation>¿Punto o coma?</translation>
        </message>
        <message>
            <source>Amen</source>
            <translation>Amén</translation>
        </message>
        <message>
            <source>A surprise</source>
            <translation>Una sorpresa</translation>
        </message>
        <message>
            <source>Four cadences</source>
            <translation>Cuatro cadencias</translation>
        </message>
        <message>
            <source>Cadences in minor</source>
            <translation>Cadencias en menor</translation>
        </message>
        <message>
            <source>Play I, IV and V</source>
            <translation>Toca I, IV y V</translation>
        </message>
        <message>
            <source>Play I, IV and V in other keys</source>
            <translation>Toca I, IV y V en otras tonalidades</translation>
        </message>
        <message>
            <source>Play every degree</source>
            <translation>Toca cada grado</translation>
        </message>
        <message>
            <source>Play chords in minor</source>
            <translation>Toca acordes en menor</translation>
        </message>
        <message>
            <source>Quarters and halves</source>
            <translation>Negras y blancas</translation>
        </message>
        <message>
            <source>Quarters, halves and wholes</source>
            <translation>Negras, blancas y redondas</translation>
        </message>
        <message>
            <source>Quarter rests</source>
            <translation>Silencios de negra</translation>
        </message>
        <message>
            <source>Pairs of eighths</source>
            <translation>Parejas de corcheas</translation>
        </message>
        <message>
            <source>Eighths, quarters and halves</source>
            <translation>Corcheas, negras y blancas</translation>
        </message>
        <message>
            <source>Three in a bar</source>
            <translation>Tres por compás</translation>
        </message>
        <message>
            <source>Dotted halves</source>
            <translation>Blancas con puntillo</translation>
        </message>
        <message>
            <source>Dotted quarters</source>
            <translation>Negras con puntillo</translation>
        </message>
        <message>
            <source>Eighth rests</source>
            <translation>Silencios de corchea</translation>
        </message>
        <message>
            <source>Syncopation</source>
            <translation>Síncopas</translation>
        </message>
        <message>
            <source>Sixteenths</source>
            <translation>Semicorcheas</translation>
        </message>
        <message>
            <source>Eighths and sixteenths</source>
            <translation>Corcheas y semicorcheas</translation>
        </message>
        <message>
            <source>Dotted eighths</source>
            <translation>Corcheas con puntillo</translation>
        </message>
        <message>
            <source>Triplets</source>
            <translation>Tresillos</translation>
        </message>
        <message>
            <source>Six eight time</source>
            <translation>Compás de seis por ocho</translation>
        </message>
        <message>
            <source>Nine and twelve eight</source>
            <translation>Nueve y doce por ocho</translation>
        </message>
        <message>
            <source>Five in a bar</source>
            <translation>Cinco por compás</translation>
        </message>
        <message>
            <source>Without the click</source>
            <translation>Sin el clic</translation>
        </message>
        <message>
            <source>Echo quarters</source>
            <translation>Eco de negras</translation>
        </message>
        <message>
            <source>Echo eighths</source>
            <translation>Eco de corcheas</translation>
        </message>
        <message>
            <source>Echo with rests</source>
            <translation>Eco con silencios</translation>
        </message>
        <message>
            <source>Echo two bars</source>
            <translation>Eco de dos compases</translation>
        </message>
        <message>
            <source>Echo dotted rhythms</source>
            <translation>Eco de ritmos con puntillo</translation>
        </message>
        <message>
            <source>Echo sixteenths</source>
            <translation>Eco de semicorcheas</translation>
        </message>
        <message>
            <source>Tap with the click</source>
            <translation>Toca con el clic</translation>
        </message>
        <message>
            <source>The click goes silent</source>
            <translation>El clic se calla</translation>
        </message>
        <message>
            <source>Sixteen beats, half of them alone</source>
            <translation>Dieciséis pulsos, la mitad a solas</translation>
        </message>
        <message>
            <source>Slow beats</source>
            <translation>Pulsos lentos</translation>
        </message>
        <message>
            <source>A strict beat</source>
            <translation>Un pulso estricto</translation>
        </message>
        <message>
            <source>March or waltz?</source>
            <translation>¿Marcha o vals?</translation>
        </message>
        <message>
            <source>Two, three or four</source>
            <translation>Dos, tres o cuatro</translation>
        </message>
        <message>
            <source>Three four or six eight?</source>
            <translation>¿Tres por cuatro o seis por ocho?</translation>
        </message>
        <message>
            <source>Compound metres</source>
            <translation>Compases compuestos</translation>
        </message>
        <message>
            <source>Read the missing time signature</source>
            <translation>Lee el compás que falta</translation>
        </message>
        <message>
            <source>Read more time signatures</source>
            <translation>Lee más compases</translation>
        </message>
        <message>
            <source>Whole, half, quarter</source>
            <translation>Redonda, blanca, negra</translation>
        </message>
        <message>
            <source>Flags and beams</source>
            <translation>Corchetes y barras</translation>
        </message>
        <message>
            <source>Rests</source>
            <translation>Silencios</translation>
        </message>
        <message>
            <source>Dots</source>
            <translation>Puntillos</translation>
        </message>
        <message>
            <source>How many beats?</source>
            <translation>¿Cuántos pulsos?</translation>
        </message>
        <message>
            <source>Parts of a beat</source>
            <translation>Partes de un pulso</translation>
        </message>
        <message>
            <source>Fill the bar</source>
            <translation>Completa el compás</translation>
        </message>
        <message>
            <source>Fill the bar exactly</source>
            <translation>Completa el compás exactamente</translation>
        </message>
        <message>
            <source>Higher or lower?</source>
            <translation>¿Más alto o más bajo?</translation>
        </message>
        <message>
            <source>Higher or lower, close together</source>
            <translation>¿Más alto o más bajo?, muy cerca</translation>
        </message>
        <message>
            <source>High and low, far out</source>
            <translation>Alto y bajo, muy lejos</translation>
        </message>
        <message>
            <source>Louder or softer?</source>
            <translation>¿Más fuerte o más suave?</translation>
        </message>
        <message>
            <source>Longer or shorter?</source>
            <translation>¿Más largo o más corto?</translation>
        </message>
        <message>
            <source>Echo three notes</source>
            <translation>Eco de tres notas</translation>
        </message>
        <message>
            <source>Echo four notes</source>
            <translation>Eco de cuatro notas</translation>
        </message>
        <message>
            <source>Echo with skips</source>
            <translation>Eco con saltos</translation>
        </message>
        <message>
            <source>Echo in minor</source>
            <translation>Eco en menor</translation>
        </message>
        <message>
            <source>Echo five notes</source>
            <translation>Eco de cinco notas</translation>
        </message>
        <message>
            <source>Echo in G and F</source>
            <translation>Eco en sol y fa</translation>
        </message>
        <message>
            <source>Echo the blues</source>
            <translation>Eco de blues</translation>
        </message>
        <message>
            <source>Echo seven notes</source>
            <translation>Eco de siete notas</translation>
        </message>
        <message>
            <source>Which bar was it?</source>
            <translation>¿Qué compás era?</translation>
        </message>
        <message>
            <source>Which bar, with skips?</source>
            <translation>¿Qué compás, con saltos?</translation>
        </message>
        <message>
            <source>One note makes the difference</source>
            <translation>Una nota marca la diferencia</translation>
        </message>
        <message>
            <source>A whole octave</source>
            <translation>Una octava entera</translation>
        </message>
        <message>
            <source>Six notes in minor</source>
            <translation>Seis notas en menor</translation>
        </message>
        <message>
            <source>Home or not?</source>
            <translation>¿En casa o no?</translation>
        </message>
        <message>
            <source>Do, mi, so</source>
            <translation>Do, mi, sol</translation>
        </message>
        <message>
            <source>The first five</source>
            <translation>Los cinco primeros</translation>
        </message>
        <message>
            <source>All seven</source>
            <translation>Los siete</translation>
        </message>
        <message>
            <source>Play do, mi, so</source>
            <translation>Toca do, mi, sol</translation>
        </message>
        <message>
            <source>Play every step</source>
            <translation>Toca cada grado de la escala</translation>
        </message>
        <message>
            <source>Sing back two notes</source>
            <translation>Canta dos notas</translation>
        </message>
        <message>
            <source>Sing back three notes</source>
            <translation>Canta tres notas</translation>
        </message>
        <message>
            <source>Sing back a phrase</source>
            <translation>Canta una frase</translation>
        </message>
        <message>
            <source>Sing back in minor</source>
            <translation>Canta en menor</translation>
        </message>
        <message>
            <source>Play back on your instrument</source>
            <translation>Repite con tu instrumento</translation>
        </message>
        <message>
            <source>Soft and loud</source>
            <translation>Suave y fuerte</translation>
        </message>
        <message>
            <source>Soft, medium, loud</source>
            <translation>Suave, medio, fuerte</translation>
        </message>
        <message>
            <source>Four degrees of loudness</source>
            <translation>Cuatro grados de intensidad</translation>
        </message>
        <message>
            <source>From pianissimo to fortissimo</source>
            <translation>De pianissimo a fortissimo</translation>
        </message>
        <message>
            <source>Hear soft and loud</source>
            <translation>Oye suave y fuerte</translation>
        </message>
        <message>
            <source>Hear four degrees</source>
            <translation>Oye cuatro grados</translation>
        </message>
        <message>
            <source>Staccato</source>
            <translation>Staccato</translation>
        </message>
        <message>
            <source>Legato</source>
            <translation>Legato</translation>
        </message>
        <message>
            <source>Staccato and legato</source>
            <translation>Staccato y legato</translation>
        </message>
        <message>
            <source>Longer lines</source>
            <translation>Líneas más largas</translation>
        </message>
        <message>
            <source>Hear staccato and legato</source>
            <translation>Oye staccato y legato</translation>
        </message>
        <message>
            <source>Loud and soft words</source>
            <translation>Palabras de fuerte y suave</translation>
        </message>
        <message>
            <source>Fast and slow words</source>
            <translation>Palabras de rápido y lento</translation>
        </message>
        <message>
            <source>Short and bound words</source>
            <translation>Palabras de corto y ligado</translation>
        </message>
        <message>
            <source>Where to go next</source>
            <translation>Adónde ir después</translation>
        </message>
        <message>
            <source>Signs on the staff</source>
            <translation>Signos en el pentagrama</translation>
        </message>
        <message>
            <source>Words of character</source>
            <translation>Palabras de carácter</translation>
        </message>
        <message>
            <source>Find the tempo word</source>
            <translation>Encuentra la palabra de tempo</translation>
        </message>
        <message>
            <source>Find the right word</source>
            <translation>Encuentra la palabra justa</translation>
        </message>
        <message>
            <source>Move it to G</source>
            <translation>Llévalo a sol</translation>
        </message>
        <message>
            <source>Move it to G and F</source>
            <translation>Llévalo a sol y fa</translation>
        </message>
        <message>
            <source>Move it to D, A and B flat</source>
            <translation>Llévalo a re, la y si bemol</translation>
        </message>
        <message>
            <source>Move it anywhere</source>
            <translation>Llévalo a cualquier tono</translation>
        </message>
        <message>
            <source>Five black keys</source>
            <translation>Cinco teclas negras</translation>
        </message>
        <message>
            <source>Pentatonic in C</source>
            <translation>Pentatónica en do</translation>
        </message>
        <message>
            <source>Pentatonic in G</source>
            <translation>Pentatónica en sol</translation>
        </message>
        <message>
            <source>The whole C major scale</source>
            <translation>Toda la escala de do mayor</translation>
        </message>
        <message>
            <source>Blues in C</source>
            <translation>Blues en do</translation>
        </message>
        <message>
            <source>Left hand stands still</source>
            <translation>La mano izquierda quieta</translation>
        </message>
        <message>
            <source>Mirror hands</source>
            <translation>Manos en espejo</translation>
        </message>
        <message>
            <source>Parallel hands</source>
            <translation>Manos paralelas</translation>
        </message>
        <message>
            <source>Parallel hands with skips</source>
            <translation>Manos paralelas con saltos</translation>
        </message>
        <message>
            <source>Mirror hands, a whole octave</source>
            <translation>Manos en espejo, una octava entera</translation>
        </message>
        <message>
            <source>Two bars in five fingers</source>
            <translation>Dos compases en cinco dedos</translation>
        </message>
        <message>
            <source>Left hand lines</source>
            <translation>Líneas para la mano izquierda</translation>
        </message>
        <message>
            <source>Four bars with skips</source>
            <translation>Cuatro compases con saltos</translation>
        </message>
        <message>
            <source>Lines in G</source>
            <translation>Líneas en sol</translation>
        </message>
        <message>
            <source>Lines in F, three in a bar</source>
            <translation>Líneas en fa, tres por compás</translation>
        </message>
        <message>
            <source>Lines in minor</source>
            <translation>Líneas en menor</translation>
        </message>
        <message>
            <source>Lines in D and B flat</source>
            <translation>Líneas en re y si bemol</translation>
        </message>
        <message>
            <source>Lines in six eight</source>
            <translation>Líneas en seis por ocho</translation>
        </message>
        <message>
            <source>Hands together at sight</source>
            <translation>Manos juntas a primera vista</translation>
        </message>
        <message>
            <source>Strict lines</source>
            <translation>Líneas estrictas</translation>
        </message>
        <message>
            <source>Real tunes in five fingers</source>
            <translation>Melodías de verdad en cinco dedos</translation>
        </message>
        <message>
            <source>Real tunes, a little wider</source>
            <translation>Melodías de verdad, algo más amplias</translation>
        </message>
        <message>
            <source>Real tunes in three and six</source>
            <translation>Melodías de verdad en tres y seis</translation>
        </message>
        <message>
            <source>Real tunes, both hands</source>
            <translation>Melodías de verdad, dos manos</translation>
        </message>
        <message>
            <source>Carols</source>
            <translation>Villancicos</translation>
        </message>
        <message>
            <source>Songs of the world</source>
            <translation>Canciones del mundo</translation>
        </message>
        <message>
            <source>Great themes</source>
            <translation>Grandes temas</translation>
        </message>
    </context>
    <context>
        <name>BadgesView</name>
        <message>
            <source>Around the world</source>
            <translation>Por el mundo</translation>
        </message>
        <message>
            <source>Take along</source>
            <translation>Llevármela</translation>
        </message>
        <message>
            <source>{n} of {all} badges</source>
            <translation>{n} de {all} insignias</translation>
        </message>
        <message>
            <source>Pass your first stage, and the first badge is yours.</source>
            <translation>Supera tu primera etapa y la primera insignia será tuya.</translation>
        </message>
        <message>
            <source>Room for badges</source>
            <translation>Sitio para insignias</translation>
        </message>
        <message>
            <source>My badges</source>
            <translation>Mis insignias</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>En camino</translation>
        </message>
        <message>
            <source>Still to discover</source>
            <translation>Por descubrir</translation>
        </message>
        <message>
            <source>Points and collections</source>
            <translation>Puntos y colecciones</translation>
        </message>
        <message>
            <source>shared</source>
            <translation>compartida</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Compartir</translation>
        </message>
    </context>
    <context>
        <name>TakeAlongDialog</name>
        <message>
            <source>Take this badge along</source>
            <translation>Llévate esta insignia</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>To show or to print. With contact to the school, the proof is inside it.</source>
            <translation>Para enseñar o imprimir. Con conexión con la escuela, lleva la prueba dentro.</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Guardar imagen</translation>
        </message>
        <message>
            <source>Signed badge</source>
            <translation>Insignia firmada</translation>
        </message>
        <message>
            <source>A file that other schools can verify (Open Badges 3.0). Your name is not in it.</source>
            <translation>Un archivo que otras escuelas pueden comprobar (Open Badges 3.0). Tu nombre no está en él.</translation>
        </message>
        <message>
            <source>Save signed badge</source>
            <translation>Guardar insignia firmada</translation>
        </message>
        <message>
            <source>The name on the certificate</source>
            <translation>El nombre del diploma</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papel</translation>
        </message>
        <message>
            <source>The name stands on the paper only. It does not leave this computer.</source>
            <translation>El nombre está solo en el papel. No sale de este ordenador.</translation>
        </message>
        <message>
            <source>Save certificate</source>
            <translation>Guardar diploma</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>Diploma</translation>
        </message>
        <message>
            <source>A page to print and to hang up.</source>
            <translation>Una página para imprimir y colgar.</translation>
        </message>
        <message>
            <source>The picture is saved without the proof: {why}</source>
            <translation>La imagen se guarda sin la prueba: {why}</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>Guardado como {name}.</translation>
        </message>
        <message>
            <source>As one line</source>
            <translation>En una línea</translation>
        </message>
    </context>
    <context>
        <name>certificate</name>
        <message>
            <source>CERTIFICATE</source>
            <translation>DIPLOMA</translation>
        </message>
        <message>
            <source>This badge was earned by</source>
            <translation>Esta insignia la ha ganado</translation>
        </message>
        <message>
            <source>Earned on {day}</source>
            <translation>Ganada el {day}</translation>
        </message>
        <message>
            <source>Anybody can check it here:</source>
            <translation>Cualquiera puede comprobarla aquí:</translation>
        </message>
    </context>
    <context>
        <name>office</name>
        <message>
            <source>released</source>
            <translation>publicada</translation>
        </message>
        <message>
            <source>retired</source>
            <translation>retirada</translation>
        </message>
        <message>
            <source>ready to be released</source>
            <translation>lista para publicar</translation>
        </message>
        <message>
            <source>needs an icon</source>
            <translation>necesita un icono</translation>
        </message>
        <message>
            <source>no border</source>
            <translation>sin borde</translation>
        </message>
        <message>
            <source>bronze</source>
            <translation>bronce</translation>
        </message>
        <message>
            <source>silver</source>
            <translation>plata</translation>
        </message>
        <message>
            <source>gold</source>
            <translation>oro</translation>
        </message>
    </context>
    <context>
        <name>BadgeListView</name>
        <message>
            <source>A badge comes with each role that is approved.</source>
            <translation>Con cada rol aprobado llega una insignia.</translation>
        </message>
        <message>
            <source>No badges yet</source>
            <translation>Aún no hay insignias</translation>
        </message>
        <message>
            <source>{released} of {all} can be earned</source>
            <translation>Se pueden ganar {released} de {all}</translation>
        </message>
        <message>
            <source>Badges of the school</source>
            <translation>Insignias de la escuela</translation>
        </message>
        <message>
            <source>Look at {name}</source>
            <translation>Ver {name}</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Roles</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message numerus="yes">
            <source>%n badge(s) wait for an icon or to be released.</source>
            <translation>
                <numerusform>%n insignia espera un icono o que se publique.</numerusform>
                <numerusform>%n insignias esperan un icono o que se publiquen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n student(s) have it</source>
            <translation>
                <numerusform>La tiene %n alumno</numerusform>
                <numerusform>La tienen %n alumnos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BadgeFileView</name>
        <message>
            <source>All badges</source>
            <translation>Todas las insignias</translation>
        </message>
        <message>
            <source>How it looks</source>
            <translation>Cómo se ve</translation>
        </message>
        <message>
            <source>Icon</source>
            <translation>Icono</translation>
        </message>
        <message>
            <source>Words and place</source>
            <translation>Texto y lugar</translation>
        </message>
        <message>
            <source>Who has it</source>
            <translation>Quién la tiene</translation>
        </message>
        <message>
            <source>Nobody earns it any more. Whoever has it keeps it.</source>
            <translation>Ya nadie la gana. Quien la tiene la conserva.</translation>
        </message>
        <message>
            <source>Students can earn it now. Retired, it stays with those who have it.</source>
            <translation>Los alumnos pueden ganarla. Si se retira, la conservan quienes la tienen.</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retirar</translation>
        </message>
        <message>
            <source>Released, it goes to everybody who has earned it already, with the true dates.</source>
            <translation>Al publicarla, llega a quienes ya la han ganado, con las fechas verdaderas.</translation>
        </message>
        <message>
            <source>Release…</source>
            <translation>Publicar…</translation>
        </message>
        <message>
            <source>It needs an icon before it can be released. Nobody earns it until then.</source>
            <translation>Necesita un icono antes de publicarse. Hasta entonces nadie la gana.</translation>
        </message>
        <message>
            <source>Earned once, without levels.</source>
            <translation>Se gana una vez, sin niveles.</translation>
        </message>
        <message>
            <source>What each level takes is the same for every badge and can't be changed.</source>
            <translation>Lo que pide cada nivel es igual para todas las insignias y no se puede cambiar.</translation>
        </message>
        <message>
            <source>The icon is kept. The badge looks like this now.</source>
            <translation>El icono está guardado. Así se ve ahora la insignia.</translation>
        </message>
        <message>
            <source>What it is for</source>
            <translation>Para qué es</translation>
        </message>
        <message>
            <source>Place in the order</source>
            <translation>Lugar en el orden</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Saved. Every computer of the school has it in a moment.</source>
            <translation>Guardado. Todos los ordenadores de la escuela lo tendrán en un momento.</translation>
        </message>
        <message>
            <source>Nobody yet.</source>
            <translation>Nadie todavía.</translation>
        </message>
        <message>
            <source>earned</source>
            <translation>ganada</translation>
        </message>
        <message>
            <source>{state}, since {day}</source>
            <translation>{state}, desde el {day}</translation>
        </message>
        <message>
            <source>Take back…</source>
            <translation>Retirar…</translation>
        </message>
        <message numerus="yes">
            <source>%n contribution(s)</source>
            <translation>
                <numerusform>%n aportación</numerusform>
                <numerusform>%n aportaciones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>y %n más</numerusform>
                <numerusform>y %n más</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DropPlace</name>
        <message>
            <source>Drop an SVG drawing here</source>
            <translation>Suelta aquí un dibujo SVG</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Elegir un archivo</translation>
        </message>
        <message>
            <source>Square, up to 64 KiB, without text or scripts. The school's centre checks it.</source>
            <translation>Cuadrado, hasta 64 KiB, sin texto ni programas. La central de la escuela lo comprueba.</translation>
        </message>
    </context>
    <context>
        <name>ReleaseDialog</name>
        <message>
            <source>Release {name}?</source>
            <translation>¿Publicar {name}?</translation>
        </message>
        <message>
            <source>Retire {name}?</source>
            <translation>¿Retirar {name}?</translation>
        </message>
        <message>
            <source>Release it now</source>
            <translation>Publicar ahora</translation>
        </message>
        <message>
            <source>Retire it</source>
            <translation>Retirar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Nobody earns it from now on. Whoever has it keeps it. It can't be released again.</source>
            <translation>Desde ahora nadie la gana. Quien la tiene la conserva. No se puede volver a publicar.</translation>
        </message>
        <message>
            <source>Looking who has earned it…</source>
            <translation>Mirando quién la ha ganado…</translation>
        </message>
        <message>
            <source>Whoever has earned it gets it with their next attempt.</source>
            <translation>Quien la haya ganado la recibe con su próximo intento.</translation>
        </message>
        <message>
            <source>Nobody has earned it yet. From now on everybody can.</source>
            <translation>Nadie la ha ganado todavía. Desde ahora todos pueden.</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>En camino</translation>
        </message>
        <message>
            <source>Each of them reads one line about it. Nothing is posted in class news.</source>
            <translation>Cada uno lee una línea sobre ello. No se publica nada en las noticias de la clase.</translation>
        </message>
        <message>
            <source>{have} of {need}</source>
            <translation>{have} de {need}</translation>
        </message>
        <message>
            <source>level {numeral}</source>
            <translation>nivel {numeral}</translation>
        </message>
        <message>
            <source>One moment: the school is giving out the badge…</source>
            <translation>Un momento: la escuela está repartiendo la insignia…</translation>
        </message>
        <message>
            <source>Released. Everybody who had earned it has it now.</source>
            <translation>Publicada. Quienes la habían ganado ya la tienen.</translation>
        </message>
        <message>
            <source>Retired. Whoever has it keeps it.</source>
            <translation>Retirada. Quien la tiene la conserva.</translation>
        </message>
        <message numerus="yes">
            <source>%n student(s) get it at once, with the dates on which they earned it.</source>
            <translation>
                <numerusform>%n alumno la recibe enseguida, con la fecha en que la ganó.</numerusform>
                <numerusform>%n alumnos la reciben enseguida, con las fechas en que la ganaron.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>y %n más</numerusform>
                <numerusform>y %n más</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RevokeDialog</name>
        <message>
            <source>Take this badge back?</source>
            <translation>¿Retirar esta insignia?</translation>
        </message>
        <message>
            <source>{name} reads the reason. The badge is not given again by itself; their points stay.</source>
            <translation>{name} leerá el motivo. La insignia no se vuelve a dar por sí sola; sus puntos se quedan.</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>¿Por qué?</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Retirarla</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Taken back. {name} is told why.</source>
            <translation>Retirada. Se le dice el motivo a {name}.</translation>
        </message>
    </context>
    <context>
        <name>ContributionDialog</name>
        <message>
            <source>Contributions of {name}</source>
            <translation>Aportaciones de {name}</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>¿Por qué?</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>A level falls when the contributions that it stands on are taken back, and only then.</source>
            <translation>Un nivel baja cuando se retiran las aportaciones que lo sostienen, y solo entonces.</translation>
        </message>
        <message>
            <source>Why? Write the reason first.</source>
            <translation>¿Por qué? Escribe primero el motivo.</translation>
        </message>
        <message>
            <source>recorded by a teacher</source>
            <translation>anotada por un docente</translation>
        </message>
        <message>
            <source>seen by the school's judge</source>
            <translation>vista por el juez de la escuela</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirar</translation>
        </message>
        <message>
            <source>Taken back. The level follows as soon as the school has it.</source>
            <translation>Retirada. El nivel cambia en cuanto lo tenga la escuela.</translation>
        </message>
        <message>
            <source>Taken back. {name} is told why.</source>
            <translation>Retirada. Se le dice el motivo a {name}.</translation>
        </message>
    </context>
    <context>
        <name>AssignmentView</name>
        <message numerus="yes">
            <source>%n play(s)</source>
            <translation>
                <numerusform>%n vez</numerusform>
                <numerusform>%n veces</numerusform>
            </translation>
        </message>
        <message>
            <source>Finish the steps before this one first.</source>
            <translation>Termina primero los pasos anteriores.</translation>
        </message>
        <message>
            <source>Game</source>
            <translation>Juego</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Inicio</translation>
        </message>
        <message>
            <source>Listening</source>
            <translation>Escucha</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Ver otra vez</translation>
        </message>
        <message>
            <source>Nothing here yet</source>
            <translation>Aquí no hay nada todavía</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Play again</source>
            <translation>Jugar otra vez</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Lectura</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Empezar</translation>
        </message>
        <message>
            <source>Surprise</source>
            <translation>Sorpresa</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Vídeo</translation>
        </message>
        <message>
            <source>You have finished this assignment. Well played!</source>
            <translation>Has terminado esta tarea. ¡Muy bien tocado!</translation>
        </message>
        <message>
            <source>Your teacher has not put steps into this assignment yet.</source>
            <translation>Tu profesor aún no ha puesto pasos en esta tarea.</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>empezado</translation>
        </message>
        <message>
            <source>best {score}</source>
            <translation>mejor: {score}</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>completo</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>bloqueado</translation>
        </message>
        <message>
            <source>open</source>
            <translation>abierto</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>omitido</translation>
        </message>
        <message>
            <source>target {score}</source>
            <translation>meta: {score}</translation>
        </message>
        <message>
            <source>you may skip this</source>
            <translation>puedes saltarlo</translation>
        </message>
        <message>
            <source>{done} of {total} steps</source>
            <translation>{done} de {total} pasos</translation>
        </message>
    </context>
    <context>
        <name>BuilderView</name>
        <message numerus="yes">
            <source>%n assignment(s)</source>
            <translation>
                <numerusform>%n tarea</numerusform>
                <numerusform>%n tareas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n paso</numerusform>
                <numerusform>%n pasos</numerusform>
            </translation>
        </message>
        <message>
            <source>A chapter holds assignments, an assignment holds steps.</source>
            <translation>Un capítulo contiene tareas; una tarea contiene pasos.</translation>
        </message>
        <message>
            <source>Add a chapter</source>
            <translation>Añadir un capítulo</translation>
        </message>
        <message>
            <source>Add an assignment</source>
            <translation>Añadir una tarea</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Begin with a chapter</source>
            <translation>Empieza con un capítulo</translation>
        </message>
        <message>
            <source>Begin with a name; the rest can grow from lesson to lesson.</source>
            <translation>Empieza con un nombre; lo demás puede crecer de clase en clase.</translation>
        </message>
        <message>
            <source>Chapter {name}</source>
            <translation>Capítulo {name}</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Capítulos</translation>
        </message>
        <message>
            <source>Name of the assignment</source>
            <translation>Nombre de la tarea</translation>
        </message>
        <message>
            <source>Name of the chapter</source>
            <translation>Nombre del capítulo</translation>
        </message>
        <message>
            <source>New pathway</source>
            <translation>Nuevo itinerario</translation>
        </message>
        <message>
            <source>No pathway of your own yet</source>
            <translation>Aún no tienes un itinerario propio</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Pathways of your own</source>
            <translation>Tus itinerarios</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Publicar</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Put games, texts and listening pieces into an order of your own, and give work out of it. A draft is yours alone; once published, every teacher of the school can give it.</source>
            <translation>Ordena juegos, textos y audiciones a tu manera y da tareas con ellos. Un borrador es solo tuyo; una vez publicado, lo puede usar todo el profesorado de la escuela.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Cambiar nombre</translation>
        </message>
        <message>
            <source>Take back to draft</source>
            <translation>Volver a borrador</translation>
        </message>
        <message>
            <source>This can't be added: {why}.</source>
            <translation>No se puede añadir: {why}.</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Subir</translation>
        </message>
        <message>
            <source>What is it called?</source>
            <translation>¿Cómo se llama?</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>borrador</translation>
        </message>
        <message>
            <source>published</source>
            <translation>publicado</translation>
        </message>
        <message>
            <source>put away</source>
            <translation>guardado</translation>
        </message>
    </context>
    <context>
        <name>ClassroomView</name>
        <message>
            <source>Achievements</source>
            <translation>Logros</translation>
        </message>
        <message>
            <source>After the first plays you see here which concepts sit and which need you.</source>
            <translation>Después de las primeras partidas verás aquí qué conceptos están firmes y cuáles te necesitan.</translation>
        </message>
        <message>
            <source>As soon as the school gives you a class, you see it here.</source>
            <translation>En cuanto la escuela te dé una clase, la verás aquí.</translation>
        </message>
        <message>
            <source>Badges that your students earn are listed here, newest first.</source>
            <translation>Aquí aparecen las insignias que ganan tus alumnos, las más nuevas primero.</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Computers</source>
            <translation>Ordenadores</translation>
        </message>
        <message>
            <source>Concepts</source>
            <translation>Conceptos</translation>
        </message>
        <message>
            <source>Give a display to this class</source>
            <translation>Dar una pantalla a esta clase</translation>
        </message>
        <message>
            <source>Give work</source>
            <translation>Dar tarea</translation>
        </message>
        <message>
            <source>No class yet</source>
            <translation>Aún no hay clase</translation>
        </message>
        <message>
            <source>Nobody is in this class yet</source>
            <translation>Aún no hay nadie en esta clase</translation>
        </message>
        <message>
            <source>Not enough played yet</source>
            <translation>Aún se ha tocado poco</translation>
        </message>
        <message>
            <source>Notes and concepts</source>
            <translation>Notas y conceptos</translation>
        </message>
        <message>
            <source>Search a name</source>
            <translation>Buscar un nombre</translation>
        </message>
        <message>
            <source>Students</source>
            <translation>Alumnos</translation>
        </message>
        <message>
            <source>Students of {class_name}</source>
            <translation>Alumnos de {class_name}</translation>
        </message>
        <message>
            <source>The first one will come</source>
            <translation>El primero llegará</translation>
        </message>
        <message>
            <source>There is no network, so newer plays may be missing. What you decide here is kept and sent later.</source>
            <translation>No hay red, así que pueden faltar partidas recientes. Lo que decidas aquí se guarda y se envía después.</translation>
        </message>
        <message>
            <source>When students are enrolled at the school, they appear here with all they have played.</source>
            <translation>Cuando la escuela inscriba a los alumnos, aparecerán aquí con todo lo que han tocado.</translation>
        </message>
        <message>
            <source>as of {when} ({clock})</source>
            <translation>al {when} ({clock})</translation>
        </message>
        <message>
            <source>badges</source>
            <translation>insignias</translation>
        </message>
        <message>
            <source>minutes of practice</source>
            <translation>minutos de práctica</translation>
        </message>
        <message>
            <source>no contact with the school yet</source>
            <translation>aún sin contacto con la escuela</translation>
        </message>
        <message>
            <source>of plays passed</source>
            <translation>de partidas superadas</translation>
        </message>
        <message>
            <source>plays</source>
            <translation>partidas</translation>
        </message>
        <message>
            <source>shared</source>
            <translation>compartido</translation>
        </message>
        <message>
            <source>students</source>
            <translation>alumnos</translation>
        </message>
        <message>
            <source>Older plays are still on their way to this computer. Figures and names grow until then.</source>
            <translation>Lo tocado antes todavía está en camino a este ordenador. Las cifras y los nombres crecen hasta entonces.</translation>
        </message>
    </context>
    <context>
        <name>Deciding</name>
        <message>
            <source>It counts</source>
            <translation>Cuenta</translation>
        </message>
        <message>
            <source>It was practice</source>
            <translation>Fue práctica</translation>
        </message>
    </context>
    <context>
        <name>ElementView</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Done, go on</source>
            <translation>Hecho, continuar</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Listen</source>
            <translation>Escuchar</translation>
        </message>
        <message>
            <source>Listening</source>
            <translation>Escucha</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Lectura</translation>
        </message>
        <message>
            <source>Surprise</source>
            <translation>Sorpresa</translation>
        </message>
        <message>
            <source>Thank you!</source>
            <translation>¡Gracias!</translation>
        </message>
        <message>
            <source>This text has not come to this computer yet. You can go on all the same.</source>
            <translation>Este texto aún no ha llegado a este ordenador. Puedes continuar de todos modos.</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Vídeo</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>Mirar</translation>
        </message>
    </context>
    <context>
        <name>GivenView</name>
        <message>
            <source>Bring back</source>
            <translation>Recuperar</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Give work</source>
            <translation>Dar tarea</translation>
        </message>
        <message>
            <source>Nothing given yet</source>
            <translation>Aún no se ha dado nada</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>What you give to this class is listed here, with how far everybody is.</source>
            <translation>Lo que das a esta clase aparece aquí, con el avance de cada uno.</translation>
        </message>
        <message>
            <source>What {name} was given</source>
            <translation>Lo que se dio a {name}</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>para el {day}</translation>
        </message>
        <message>
            <source>given {when}</source>
            <translation>dado {when}</translation>
        </message>
        <message>
            <source>was due {day}</source>
            <translation>era para el {day}</translation>
        </message>
        <message>
            <source>{done} of {people} done, {begun} begun</source>
            <translation>{done} de {people} hechos, {begun} empezados</translation>
        </message>
    </context>
    <context>
        <name>GivingView</name>
        <message numerus="yes">
            <source>%n assignment(s)</source>
            <translation>
                <numerusform>%n tarea</numerusform>
                <numerusform>%n tareas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n paso</numerusform>
                <numerusform>%n pasos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n student(s)</source>
            <translation>
                <numerusform>%n alumno</numerusform>
                <numerusform>%n alumnos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n time(s) somebody had it already.</source>
            <translation>
                <numerusform>%n vez alguien ya lo tenía.</numerusform>
                <numerusform>%n veces alguien ya lo tenía.</numerusform>
            </translation>
        </message>
        <message>
            <source>(draft)</source>
            <translation>(borrador)</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Build a pathway of your own to give work from it.</source>
            <translation>Crea un itinerario propio para dar tareas con él.</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>Para el día</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Todos</translation>
        </message>
        <message>
            <source>Give work to {name}</source>
            <translation>Dar tarea a {name}</translation>
        </message>
        <message>
            <source>Give {assignments} to {students}</source>
            <translation>Dar {assignments} a {students}</translation>
        </message>
        <message>
            <source>In one week</source>
            <translation>En una semana</translation>
        </message>
        <message>
            <source>In two weeks</source>
            <translation>En dos semanas</translation>
        </message>
        <message numerus="yes">
            <source>Kept: %n assignment(s). The students get them with their next contact.</source>
            <translation>
                <numerusform>Guardado: %n tarea. Los alumnos la reciben en su próximo contacto.</numerusform>
                <numerusform>Guardado: %n tareas. Los alumnos las reciben en su próximo contacto.</numerusform>
            </translation>
        </message>
        <message>
            <source>No pathway yet</source>
            <translation>Aún no hay itinerario</translation>
        </message>
        <message>
            <source>Nobody is in this class yet</source>
            <translation>Aún no hay nadie en esta clase</translation>
        </message>
        <message>
            <source>Pathway</source>
            <translation>Itinerario</translation>
        </message>
        <message>
            <source>Pathways of your own</source>
            <translation>Tus itinerarios</translation>
        </message>
        <message>
            <source>Pick what you want to give</source>
            <translation>Elige qué quieres dar</translation>
        </message>
        <message>
            <source>Pick who gets it</source>
            <translation>Elige a quién</translation>
        </message>
        <message>
            <source>Save as a group …</source>
            <translation>Guardar como grupo …</translation>
        </message>
        <message>
            <source>The day on which it is due</source>
            <translation>El día de entrega</translation>
        </message>
        <message>
            <source>Until when?</source>
            <translation>¿Hasta cuándo?</translation>
        </message>
        <message>
            <source>What was given</source>
            <translation>Lo que se dio</translation>
        </message>
        <message>
            <source>What?</source>
            <translation>¿Qué?</translation>
        </message>
        <message>
            <source>Who?</source>
            <translation>¿A quién?</translation>
        </message>
    </context>
    <context>
        <name>GroupDialog</name>
        <message>
            <source>A new group of: {names}</source>
            <translation>Un grupo nuevo de: {names}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Groups of this class</source>
            <translation>Grupos de esta clase</translation>
        </message>
        <message>
            <source>Name of the group</source>
            <translation>Nombre del grupo</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Put away: {name}</source>
            <translation>Guardar: {name}</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
    </context>
    <context>
        <name>HeatGrid</name>
        <message>
            <source>{what}, week of {week}: not asked</source>
            <translation>{what}, semana del {week}: no se preguntó</translation>
        </message>
        <message>
            <source>{what}, week of {week}: {right} of {of} right ({share} %)</source>
            <translation>{what}, semana del {week}: {right} de {of} bien ({share} %)</translation>
        </message>
        <message>
            <source>{what}: from {first} % to {last} % right</source>
            <translation>{what}: de {first} % a {last} % bien</translation>
        </message>
    </context>
    <context>
        <name>HeatPanel</name>
        <message>
            <source>After the first games, every concept and every note has a line here, week by week.</source>
            <translation>Después de los primeros juegos, cada concepto y cada nota tiene aquí su línea, semana a semana.</translation>
        </message>
        <message>
            <source>Concepts</source>
            <translation>Conceptos</translation>
        </message>
        <message>
            <source>No written notes were asked in these weeks.</source>
            <translation>En estas semanas no se preguntaron notas escritas.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notas</translation>
        </message>
        <message>
            <source>Nothing to see yet</source>
            <translation>Aún no hay nada que ver</translation>
        </message>
    </context>
    <context>
        <name>KindWordDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>It counts. What do you say?</source>
            <translation>Cuenta. ¿Qué le dices?</translation>
        </message>
        <message>
            <source>It was practice. What do you say?</source>
            <translation>Fue práctica. ¿Qué le dices?</translation>
        </message>
        <message>
            <source>{name} reads this sentence beside the play. Nobody else does.</source>
            <translation>{name} lee esta frase junto a la partida. Nadie más la lee.</translation>
        </message>
    </context>
    <context>
        <name>Lanes</name>
        <message>
            <source>As played</source>
            <translation>Como se tocó</translation>
        </message>
        <message>
            <source>As written</source>
            <translation>Como está escrito</translation>
        </message>
        <message>
            <source>Place in what was played. The arrow keys move it.</source>
            <translation>Lugar en lo que se tocó. Las flechas lo mueven.</translation>
        </message>
        <message>
            <source>played: {note}</source>
            <translation>tocado: {note}</translation>
        </message>
        <message>
            <source>written: {note}</source>
            <translation>escrito: {note}</translation>
        </message>
        <message>
            <source>{at} of {all} seconds</source>
            <translation>{at} de {all} segundos</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>The fuller a cell, the more answers were right.</source>
            <translation>Cuanto más llena la celda, más respuestas correctas.</translation>
        </message>
        <message>
            <source>growing</source>
            <translation>creciendo</translation>
        </message>
        <message>
            <source>practise</source>
            <translation>practicar</translation>
        </message>
        <message>
            <source>strong</source>
            <translation>firme</translation>
        </message>
    </context>
    <context>
        <name>ListeningView</name>
        <message>
            <source>Listen</source>
            <translation>Escuchar</translation>
        </message>
        <message>
            <source>Listen: {name}</source>
            <translation>Escuchar: {name}</translation>
        </message>
        <message>
            <source>Nothing to listen to</source>
            <translation>Nada que escuchar</translation>
        </message>
        <message>
            <source>Please listen to this one</source>
            <translation>Por favor, escucha esta</translation>
        </message>
        <message>
            <source>The school's judge plays every attempt again. Here it came to another result, or could not tell. Your ear decides; it is nobody's fault.</source>
            <translation>El juez de la escuela repite cada partida. Aquí llegó a otro resultado o no pudo saberlo. Decide tu oído; no es culpa de nadie.</translation>
        </message>
        <message>
            <source>When a play cannot be checked by itself, it waits here for you.</source>
            <translation>Cuando una partida no se puede comprobar sola, te espera aquí.</translation>
        </message>
        <message>
            <source>You have decided</source>
            <translation>Ya decidiste</translation>
        </message>
        <message>
            <source>it counts</source>
            <translation>cuenta</translation>
        </message>
        <message>
            <source>practice</source>
            <translation>práctica</translation>
        </message>
        <message>
            <source>the school: {score}</source>
            <translation>la escuela: {score}</translation>
        </message>
        <message>
            <source>{score} of {most}</source>
            <translation>{score} de {most}</translation>
        </message>
    </context>
    <context>
        <name>LookingBackView</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Every play can be heard and seen again here.</source>
            <translation>Aquí se puede oír y ver de nuevo cada partida.</translation>
        </message>
        <message>
            <source>Latest plays</source>
            <translation>Últimas partidas</translation>
        </message>
        <message>
            <source>Listen</source>
            <translation>Escuchar</translation>
        </message>
        <message>
            <source>Listen: {game}</source>
            <translation>Escuchar: {game}</translation>
        </message>
        <message>
            <source>Notes and concepts over the weeks</source>
            <translation>Notas y conceptos por semanas</translation>
        </message>
        <message>
            <source>Nothing played yet</source>
            <translation>Aún no se ha tocado nada</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Un momento…</translation>
        </message>
        <message>
            <source>What I have played</source>
            <translation>Lo que he tocado</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>superado</translation>
        </message>
        <message>
            <source>{score} of {most} points</source>
            <translation>{score} de {most} puntos</translation>
        </message>
        <message>
            <source>your teacher listened</source>
            <translation>tu profesor escuchó</translation>
        </message>
        <message>
            <source>your teacher will listen</source>
            <translation>tu profesor escuchará</translation>
        </message>
    </context>
    <context>
        <name>NameDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
    </context>
    <context>
        <name>ReplayView</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>From the beginning</source>
            <translation>Desde el principio</translation>
        </message>
        <message>
            <source>Full speed</source>
            <translation>A tempo</translation>
        </message>
        <message>
            <source>Half speed</source>
            <translation>A la mitad</translation>
        </message>
        <message>
            <source>Hear it as played</source>
            <translation>Oír como se tocó</translation>
        </message>
        <message>
            <source>Hear it as written</source>
            <translation>Oír como está escrito</translation>
        </message>
        <message>
            <source>Listen</source>
            <translation>Escuchar</translation>
        </message>
        <message>
            <source>Note by note</source>
            <translation>Nota por nota</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausa</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>Más lento</translation>
        </message>
        <message>
            <source>This game has changed since, so only the keys can be shown.</source>
            <translation>Este juego ha cambiado desde entonces, así que solo se pueden mostrar las teclas.</translation>
        </message>
        <message>
            <source>practice</source>
            <translation>práctica</translation>
        </message>
        <message>
            <source>your teacher listened: it counts</source>
            <translation>tu profesor escuchó: cuenta</translation>
        </message>
        <message>
            <source>{score} of {most} points</source>
            <translation>{score} de {most} puntos</translation>
        </message>
    </context>
    <context>
        <name>ResultView</name>
        <message>
            <source>+{n} points</source>
            <translation>+{n} puntos</translation>
        </message>
        <message>
            <source>Every note right!</source>
            <translation>¡Todas las notas bien!</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Good practice. Once more?</source>
            <translation>Buena práctica. ¿Otra vez?</translation>
        </message>
        <message>
            <source>Hear it again</source>
            <translation>Oírlo otra vez</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Más tarde</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Mirar</translation>
        </message>
        <message>
            <source>New: {badges}</source>
            <translation>Nuevo: {badges}</translation>
        </message>
        <message>
            <source>Next: {title}</source>
            <translation>Siguiente: {title}</translation>
        </message>
        <message>
            <source>Note by note</source>
            <translation>Nota por nota</translation>
        </message>
        <message>
            <source>Passed!</source>
            <translation>¡Superado!</translation>
        </message>
        <message>
            <source>Play again</source>
            <translation>Jugar otra vez</translation>
        </message>
        <message>
            <source>Step complete</source>
            <translation>Paso completo</translation>
        </message>
        <message>
            <source>Target reached!</source>
            <translation>¡Meta alcanzada!</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>y %n más</numerusform>
                <numerusform>y %n más</numerusform>
            </translation>
        </message>
        <message>
            <source>your best is {n}</source>
            <translation>tu mejor es {n}</translation>
        </message>
        <message>
            <source>your best so far, {n} more than before</source>
            <translation>tu mejor hasta ahora, {n} más que antes</translation>
        </message>
        <message>
            <source>{right} of {all} right</source>
            <translation>{right} de {all} bien</translation>
        </message>
        <message>
            <source>Next time: {advice}</source>
            <translation>La próxima vez: {advice}</translation>
        </message>
        <message>
            <source>What went well</source>
            <translation>Lo que salió bien</translation>
        </message>
        <message>
            <source>{n} right in a row.</source>
            <translation>{n} seguidas bien.</translation>
        </message>
        <message>
            <source>{concept}: right every time.</source>
            <translation>{concept}: bien todas las veces.</translation>
        </message>
        <message>
            <source>{n} points more than ever before.</source>
            <translation>{n} puntos más que nunca.</translation>
        </message>
        <message>
            <source>You played to the end. That is how it is learned.</source>
            <translation>Tocaste hasta el final. Así se aprende.</translation>
        </message>
    </context>
    <context>
        <name>ScorePicture</name>
        <message>
            <source>of {n}</source>
            <translation>de {n}</translation>
        </message>
        <message>
            <source>pass</source>
            <translation>aprobar</translation>
        </message>
        <message>
            <source>target</source>
            <translation>meta</translation>
        </message>
        <message>
            <source>{score} of {most} points</source>
            <translation>{score} de {most} puntos</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>Note by note</source>
            <translation>Nota por nota</translation>
        </message>
    </context>
    <context>
        <name>StepsPanel</name>
        <message>
            <source>Add a step</source>
            <translation>Añadir un paso</translation>
        </message>
        <message>
            <source>Add a surprise</source>
            <translation>Añadir una sorpresa</translation>
        </message>
        <message>
            <source>Add a text</source>
            <translation>Añadir un texto</translation>
        </message>
        <message>
            <source>Add something to hear</source>
            <translation>Añadir algo para oír</translation>
        </message>
        <message>
            <source>Add something to watch on the keys</source>
            <translation>Añadir algo para ver en las teclas</translation>
        </message>
        <message>
            <source>Add: {what}</source>
            <translation>Añadir: {what}</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Bajar</translation>
        </message>
        <message>
            <source>Game</source>
            <translation>Juego</translation>
        </message>
        <message>
            <source>Listening</source>
            <translation>Escucha</translation>
        </message>
        <message>
            <source>Look for a game</source>
            <translation>Buscar un juego</translation>
        </message>
        <message>
            <source>Name of the assignment</source>
            <translation>Nombre de la tarea</translation>
        </message>
        <message>
            <source>No step yet. Look for a game below, or add a text.</source>
            <translation>Aún no hay pasos. Busca un juego abajo o añade un texto.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Lectura</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Cambiar nombre</translation>
        </message>
        <message>
            <source>Surprise</source>
            <translation>Sorpresa</translation>
        </message>
        <message>
            <source>The melody can't be read: {why}.</source>
            <translation>No se puede leer la melodía: {why}.</translation>
        </message>
        <message>
            <source>This can't be added: {why}.</source>
            <translation>No se puede añadir: {why}.</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Subir</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Vídeo</translation>
        </message>
        <message>
            <source>challenge</source>
            <translation>reto</translation>
        </message>
        <message>
            <source>learn</source>
            <translation>aprender</translation>
        </message>
        <message>
            <source>may be skipped</source>
            <translation>se puede saltar</translation>
        </message>
        <message>
            <source>play</source>
            <translation>jugar</translation>
        </message>
        <message>
            <source>quiz</source>
            <translation>prueba</translation>
        </message>
        <message>
            <source>review</source>
            <translation>repaso</translation>
        </message>
        <message>
            <source>As a student sees it</source>
            <translation>Como lo ve un alumno</translation>
        </message>
        <message>
            <source>When it opens</source>
            <translation>Cuándo se abre</translation>
        </message>
        <message>
            <source>It is open from the beginning.</source>
            <translation>Está abierto desde el principio.</translation>
        </message>
    </context>
    <context>
        <name>TextDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Each note is a name with its octave and its length in beats; R:1 is a rest.</source>
            <translation>Cada nota es un nombre con su octava y su duración en pulsos; R:1 es un silencio.</translation>
        </message>
        <message>
            <source>Melody, such as C4:1 D4:1 E4:2</source>
            <translation>Melodía, como C4:1 D4:1 E4:2</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>What the student reads</source>
            <translation>Lo que lee el alumno</translation>
        </message>
    </context>
    <context>
        <name>NoticesView</name>
        <message>
            <source>New</source>
            <translation>Nuevo</translation>
        </message>
        <message>
            <source>All read</source>
            <translation>Todo leído</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <source>When there is something to tell you, it waits here. Nothing is urgent, and nothing blinks.</source>
            <translation>Cuando haya algo que contarte, te esperará aquí. Nada corre prisa y nada parpadea.</translation>
        </message>
        <message>
            <source>All quiet</source>
            <translation>Todo tranquilo</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Ver</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Leer</translation>
        </message>
    </context>
    <context>
        <name>points</name>
        <message>
            <source>Playing</source>
            <translation>Tocar</translation>
        </message>
        <message>
            <source>Badges</source>
            <translation>Insignias</translation>
        </message>
        <message>
            <source>Day after day</source>
            <translation>Día tras día</translation>
        </message>
        <message>
            <source>Challenges</source>
            <translation>Retos</translation>
        </message>
    </context>
    <context>
        <name>PointsView</name>
        <message>
            <source>My badges</source>
            <translation>Mis insignias</translation>
        </message>
        <message>
            <source>My points</source>
            <translation>Mis puntos</translation>
        </message>
        <message>
            <source>{have} of {need} points</source>
            <translation>{have} de {need} puntos</translation>
        </message>
        <message>
            <source>{more} more to the next milestone</source>
            <translation>{more} más hasta la próxima meta</translation>
        </message>
        <message>
            <source>Week by week</source>
            <translation>Semana a semana</translation>
        </message>
        <message numerus="yes">
            <source>★ Your best week: {points} points on %n day(s)</source>
            <translation>
                <numerusform>★ Tu mejor semana: {points} puntos en %n día</numerusform>
                <numerusform>★ Tu mejor semana: {points} puntos en %n días</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>days in a row</source>
            <translation>
                <numerusform>día seguido</numerusform>
                <numerusform>días seguidos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>weeks in a row</source>
            <translation>
                <numerusform>semana seguida</numerusform>
                <numerusform>semanas seguidas</numerusform>
            </translation>
        </message>
        <message>
            <source>Holidays and rest passes don’t break a row: it waits for you.</source>
            <translation>Las vacaciones y los descansos no rompen una racha: te espera.</translation>
        </message>
        <message>
            <source>Day after day</source>
            <translation>Día tras día</translation>
        </message>
        <message>
            <source>To be proud of</source>
            <translation>Para estar orgulloso</translation>
        </message>
        <message>
            <source>At 1,000 points and on your seventh day in a row, something appears here.</source>
            <translation>Con 1.000 puntos y en tu séptimo día seguido aparece algo aquí.</translation>
        </message>
        <message>
            <source>The first one is on its way</source>
            <translation>El primero está en camino</translation>
        </message>
        <message>
            <source>shared</source>
            <translation>compartido</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Compartir</translation>
        </message>
        <message>
            <source>Personal bests</source>
            <translation>Mejores marcas</translation>
        </message>
        <message numerus="yes">
            <source>%n play(s)</source>
            <translation>
                <numerusform>%n vez</numerusform>
                <numerusform>%n veces</numerusform>
            </translation>
        </message>
        <message>
            <source>Collections</source>
            <translation>Colecciones</translation>
        </message>
        <message>
            <source>{held} of {all} badges</source>
            <translation>{held} de {all} insignias</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>completa</translation>
        </message>
    </context>
    <context>
        <name>Calendar</name>
        <message>
            <source>The last weeks, day by day</source>
            <translation>Las últimas semanas, día a día</translation>
        </message>
        <message>
            <source>played</source>
            <translation>tocado</translation>
        </message>
        <message>
            <source>holiday or rest pass</source>
            <translation>vacaciones o descanso</translation>
        </message>
        <message>
            <source>{day}: played, {points} points</source>
            <translation>{day}: tocado, {points} puntos</translation>
        </message>
        <message>
            <source>{day}: rest, your streak waits</source>
            <translation>{day}: descanso, tu racha espera</translation>
        </message>
    </context>
    <context>
        <name>ChallengeView</name>
        <message>
            <source>My school</source>
            <translation>Mi colegio</translation>
        </message>
        <message>
            <source>My class</source>
            <translation>Mi clase</translation>
        </message>
        <message>
            <source>World</source>
            <translation>Mundo</translation>
        </message>
        <message>
            <source>Challenges</source>
            <translation>Retos</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Jugar</translation>
        </message>
        <message>
            <source>You play along without standing on the board. If you like, your name may stand there.</source>
            <translation>Juegas sin figurar en la tabla. Si quieres, tu nombre puede estar ahí.</translation>
        </message>
        <message>
            <source>Sharing settings</source>
            <translation>Ajustes para compartir</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>Somebody has to be first. A score stands here as soon as the school has listened to it.</source>
            <translation>Alguien tiene que ser el primero. Un resultado aparece aquí en cuanto la escuela lo ha escuchado.</translation>
        </message>
        <message>
            <source>The board is still empty</source>
            <translation>La tabla aún está vacía</translation>
        </message>
        <message>
            <source>Around you</source>
            <translation>A tu alrededor</translation>
        </message>
    </context>
    <context>
        <name>BoardRow</name>
        <message>
            <source>you</source>
            <translation>tú</translation>
        </message>
        <message>
            <source>Place {rank}: {name}, {score}</source>
            <translation>Puesto {rank}: {name}, {score}</translation>
        </message>
    </context>
    <context>
        <name>challenge</name>
        <message>
            <source>begins on {start}</source>
            <translation>empieza el {start}</translation>
        </message>
        <message>
            <source>until {end}</source>
            <translation>hasta el {end}</translation>
        </message>
        <message>
            <source>{start} to {end}</source>
            <translation>del {start} al {end}</translation>
        </message>
        <message>
            <source>Not played yet</source>
            <translation>Aún sin jugar</translation>
        </message>
        <message>
            <source>Your best: {score}</source>
            <translation>Tu mejor: {score}</translation>
        </message>
        <message>
            <source>place {rank}</source>
            <translation>puesto {rank}</translation>
        </message>
    </context>
    <context>
        <name>ChallengesView</name>
        <message>
            <source>Class news</source>
            <translation>Novedades</translation>
        </message>
        <message>
            <source>Challenges</source>
            <translation>Retos</translation>
        </message>
        <message>
            <source>When your teacher begins a challenge, it is here. You play when you like; the best try counts.</source>
            <translation>Cuando tu profesor empiece un reto, estará aquí. Juegas cuando quieras; cuenta tu mejor intento.</translation>
        </message>
        <message>
            <source>No challenge yet</source>
            <translation>Aún no hay retos</translation>
        </message>
        <message>
            <source>Running now</source>
            <translation>En marcha</translation>
        </message>
        <message>
            <source>Coming soon</source>
            <translation>Próximamente</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Terminados</translation>
        </message>
        <message>
            <source>whole school</source>
            <translation>toda la escuela</translation>
        </message>
        <message>
            <source>my class</source>
            <translation>mi clase</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Jugar</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>Begin a challenge</source>
            <translation>Empezar un reto</translation>
        </message>
    </context>
    <context>
        <name>highlights</name>
        <message>
            <source>Picked by a teacher</source>
            <translation>Elegido por un profesor</translation>
        </message>
        <message>
            <source>Something special</source>
            <translation>Algo especial</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>Esta semana</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Este mes</translation>
        </message>
        <message>
            <source>In the light</source>
            <translation>Destacado</translation>
        </message>
    </context>
    <context>
        <name>HighlightsView</name>
        <message>
            <source>Class news</source>
            <translation>Novedades</translation>
        </message>
        <message>
            <source>Highlights</source>
            <translation>Destacados</translation>
        </message>
        <message>
            <source>Everybody has a turn. Share something with the class, and it may stand here next week.</source>
            <translation>A todos les llega su turno. Comparte algo con la clase y quizá esté aquí la próxima semana.</translation>
        </message>
        <message>
            <source>The light is still free</source>
            <translation>El lugar aún está libre</translation>
        </message>
        <message>
            <source>{n} of {all}</source>
            <translation>{n} de {all}</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>El anterior</translation>
        </message>
        <message>
            <source>The next one</source>
            <translation>El siguiente</translation>
        </message>
        <message>
            <source>More than their own usual week: whoever has just begun can stand here as easily as anybody.</source>
            <translation>Más que en su semana normal: quien acaba de empezar puede estar aquí tan fácilmente como cualquiera.</translation>
        </message>
        <message>
            <source>Growing this week</source>
            <translation>Crecen esta semana</translation>
        </message>
        <message>
            <source>The last four weeks beside their own usual four weeks.</source>
            <translation>Las últimas cuatro semanas, comparadas con sus cuatro semanas normales.</translation>
        </message>
        <message>
            <source>Growing this month</source>
            <translation>Crecen este mes</translation>
        </message>
        <message>
            <source>{more} points more than usual</source>
            <translation>{more} puntos más que de costumbre</translation>
        </message>
        <message>
            <source>Your own picks: press “Highlight” in the class news.</source>
            <translation>Tus propias elecciones: pulsa «Destacar» en las novedades.</translation>
        </message>
        <message>
            <source>How it comes into the light</source>
            <translation>Cómo se llega a los destacados</translation>
        </message>
        <message>
            <source>Out of the light</source>
            <translation>Quitar de destacados</translation>
        </message>
        <message>
            <source>{title} is out of the light.</source>
            <translation>{title} ya no está destacado.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
    </context>
    <context>
        <name>style</name>
        <message>
            <source>Plain</source>
            <translation>Sencillo</translation>
        </message>
        <message>
            <source>Meadow</source>
            <translation>Pradera</translation>
        </message>
        <message>
            <source>Ocean</source>
            <translation>Océano</translation>
        </message>
        <message>
            <source>Sunset</source>
            <translation>Atardecer</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>Noche</translation>
        </message>
        <message>
            <source>Music paper</source>
            <translation>Papel pautado</translation>
        </message>
        <message>
            <source>Style: {name}</source>
            <translation>Estilo: {name}</translation>
        </message>
    </context>
    <context>
        <name>ProfileView</name>
        <message>
            <source>Active this week</source>
            <translation>Con actividad esta semana</translation>
        </message>
        <message>
            <source>Last active: {day}</source>
            <translation>Última actividad: {day}</translation>
        </message>
        <message>
            <source>Arrange</source>
            <translation>Ordenar</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>New showcase</source>
            <translation>Nueva vitrina</translation>
        </message>
        <message>
            <source>{title} was taken away.</source>
            <translation>Se ha quitado {title}.</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Recuperarla</translation>
        </message>
        <message>
            <source>My favourite badges</source>
            <translation>Mis insignias favoritas</translation>
        </message>
        <message>
            <source>Your class is told these only while you stand on boards.</source>
            <translation>Tu clase solo los conoce mientras figuras en tablas.</translation>
        </message>
        <message>
            <source>Favourite badges</source>
            <translation>Insignias favoritas</translation>
        </message>
        <message>
            <source>Put together what belongs together: your best moments, your rhythm …</source>
            <translation>Junta lo que va junto: tus mejores momentos, tu ritmo…</translation>
        </message>
        <message>
            <source>Showcases</source>
            <translation>Vitrinas</translation>
        </message>
        <message>
            <source>My profile</source>
            <translation>Mi perfil</translation>
        </message>
        <message>
            <source>Sharing settings</source>
            <translation>Ajustes para compartir</translation>
        </message>
        <message>
            <source>My points</source>
            <translation>Mis puntos</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Avisar</translation>
        </message>
        <message>
            <source>Who can see this now: {who}</source>
            <translation>Quién puede ver esto ahora: {who}</translation>
        </message>
        <message>
            <source>As others see it</source>
            <translation>Como lo ven otros</translation>
        </message>
        <message>
            <source>No sentence</source>
            <translation>Sin frase</translation>
        </message>
        <message>
            <source>Who may see my profile?</source>
            <translation>¿Quién puede ver mi perfil?</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>Estilo</translation>
        </message>
        <message>
            <source>A sentence about me</source>
            <translation>Una frase sobre mí</translation>
        </message>
        <message>
            <source>Not shown</source>
            <translation>No mostrar</translation>
        </message>
        <message>
            <source>Where I live, for my school only</source>
            <translation>Dónde vivo, solo para mi escuela</translation>
        </message>
        <message>
            <source>My own words</source>
            <translation>Mis propias palabras</translation>
        </message>
        <message>
            <source>Or a few words of your own</source>
            <translation>O unas palabras tuyas</translation>
        </message>
        <message>
            <source>Your teacher reads your words before others see them.</source>
            <translation>Tu profesor lee tus palabras antes de que otros las vean.</translation>
        </message>
        <message>
            <source>Profile of {name}</source>
            <translation>Perfil de {name}</translation>
        </message>
        <message numerus="yes">
            <source>days in a row</source>
            <translation>
                <numerusform>día seguido</numerusform>
                <numerusform>días seguidos</numerusform>
            </translation>
        </message>
        <message>
            <source>points</source>
            <translation>puntos</translation>
        </message>
        <message>
            <source>badges</source>
            <translation>insignias</translation>
        </message>
        <message numerus="yes">
            <source>Badges that you are proud of stand here, up to %n.</source>
            <translation>
                <numerusform>Aquí está la insignia de la que estás orgulloso, hasta %n.</numerusform>
                <numerusform>Aquí están las insignias de las que estás orgulloso, hasta %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing stands here yet.</source>
            <translation>Aún no hay nada aquí.</translation>
        </message>
        <message>
            <source>Room for badges</source>
            <translation>Sitio para insignias</translation>
        </message>
        <message>
            <source>Shared</source>
            <translation>Compartido</translation>
        </message>
        <message>
            <source>How we treat each other</source>
            <translation>Cómo nos tratamos</translation>
        </message>
        <message>
            <source>Not everybody shows a profile</source>
            <translation>No todos enseñan su perfil</translation>
        </message>
    </context>
    <context>
        <name>AsOthersDialog</name>
        <message>
            <source>My profile as others see it</source>
            <translation>Mi perfil como lo ven otros</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>{who}: your profile is not shown here.</source>
            <translation>{who}: tu perfil no se muestra aquí.</translation>
        </message>
        <message>
            <source>{who}: it looks like this.</source>
            <translation>{who}: se ve así.</translation>
        </message>
        <message>
            <source>My showcase as others see it</source>
            <translation>Mi vitrina como la ven otros</translation>
        </message>
        <message>
            <source>{who}: this showcase is not shown here.</source>
            <translation>{who}: esta vitrina no se muestra aquí.</translation>
        </message>
    </context>
    <context>
        <name>VisibilityDialog</name>
        <message>
            <source>Who can see this now?</source>
            <translation>¿Quién puede ver esto ahora?</translation>
        </message>
        <message>
            <source>How does it look to …</source>
            <translation>Cómo lo ve …</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>How far may it go?</source>
            <translation>¿Hasta dónde puede llegar?</translation>
        </message>
        <message>
            <source>{who}: this is not shown here.</source>
            <translation>{who}: esto no se muestra aquí.</translation>
        </message>
        <message>
            <source>{who}: it looks like this.</source>
            <translation>{who}: se ve así.</translation>
        </message>
    </context>
    <context>
        <name>ShareDialog</name>
        <message>
            <source>Share</source>
            <translation>Compartir</translation>
        </message>
        <message>
            <source>Say something about it, if you like</source>
            <translation>Di algo sobre ello, si quieres</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Tus palabras</translation>
        </message>
        <message>
            <source>Share your success</source>
            <translation>Comparte tu logro</translation>
        </message>
        <message>
            <source>This is what others will see:</source>
            <translation>Esto es lo que verán otros:</translation>
        </message>
        <message>
            <source>Who can see this?</source>
            <translation>¿Quién puede ver esto?</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Your teacher reads your words before other children see them.</source>
            <translation>Tu profesor lee tus palabras antes de que otros niños las vean.</translation>
        </message>
        <message>
            <source>{first} {n} letters left.</source>
            <translation>{first} Quedan {n} letras.</translation>
        </message>
        <message>
            <source>How we treat each other</source>
            <translation>Cómo nos tratamos</translation>
        </message>
    </context>
    <context>
        <name>kind</name>
        <message>
            <source>Badges</source>
            <translation>Insignias</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Puntos</translation>
        </message>
        <message>
            <source>Days in a row</source>
            <translation>Días seguidos</translation>
        </message>
        <message>
            <source>Challenges</source>
            <translation>Retos</translation>
        </message>
        <message>
            <source>Collections</source>
            <translation>Colecciones</translation>
        </message>
        <message>
            <source>Personal bests</source>
            <translation>Mejores marcas</translation>
        </message>
        <message>
            <source>Finished sequences</source>
            <translation>Secuencias terminadas</translation>
        </message>
        <message>
            <source>Mastered skills</source>
            <translation>Destrezas dominadas</translation>
        </message>
        <message>
            <source>New levels</source>
            <translation>Nuevos niveles</translation>
        </message>
        <message>
            <source>Finished assignments</source>
            <translation>Tareas terminadas</translation>
        </message>
    </context>
    <context>
        <name>SettingsView</name>
        <message>
            <source>I stay in my school</source>
            <translation>Me quedo en mi colegio</translation>
        </message>
        <message>
            <source>My best scores, under a made-up name</source>
            <translation>Mis mejores puntuaciones, con un nombre inventado</translation>
        </message>
        <message>
            <source>Students of other schools see a made-up name, which changes every month, a score, and the badges that you share with other schools. Not your name, your school or your picture. Your school and your family have to agree too.</source>
            <translation>Los estudiantes de otros colegios ven un nombre inventado, que cambia cada mes, una puntuación y las insignias que compartes con otros colegios. Ni tu nombre, ni tu colegio, ni tu imagen. Tu colegio y tu familia también tienen que estar de acuerdo.</translation>
        </message>
        <message>
            <source>World board</source>
            <translation>Tabla mundial</translation>
        </message>
        <message>
            <source>My profile</source>
            <translation>Mi perfil</translation>
        </message>
        <message>
            <source>Sharing settings</source>
            <translation>Ajustes para compartir</translation>
        </message>
        <message>
            <source>Who sees what you share from now on: {who}</source>
            <translation>Quién ve lo que compartas desde ahora: {who}</translation>
        </message>
        <message>
            <source>How far do my shares go at first?</source>
            <translation>¿Hasta dónde llega al principio lo que comparto?</translation>
        </message>
        <message>
            <source>What is shared already stays as it is.</source>
            <translation>Lo que ya está compartido se queda como está.</translation>
        </message>
        <message>
            <source>What is switched on is shared by itself when you reach it. Nothing is unless you say so.</source>
            <translation>Lo que esté encendido se comparte solo cuando lo logras. Nada más, salvo que tú lo digas.</translation>
        </message>
        <message>
            <source>Share by itself</source>
            <translation>Compartir automáticamente</translation>
        </message>
        <message>
            <source>Your teacher has switched off: {kinds}</source>
            <translation>Tu profesor ha apagado: {kinds}</translation>
        </message>
        <message>
            <source>I don’t stand on boards</source>
            <translation>No figuro en tablas</translation>
        </message>
        <message>
            <source>My name may stand on boards</source>
            <translation>Mi nombre puede figurar en tablas</translation>
        </message>
        <message>
            <source>Boards</source>
            <translation>Tablas</translation>
        </message>
        <message>
            <source>Whom I have blocked</source>
            <translation>A quién he bloqueado</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>Desbloquear</translation>
        </message>
    </context>
    <context>
        <name>family</name>
        <message>
            <source>Our family</source>
            <translation>Nuestra familia</translation>
        </message>
        <message>
            <source>Only you see what they share.</source>
            <translation>Solo ustedes ven lo que comparte.</translation>
        </message>
        <message>
            <source>The class</source>
            <translation>La clase</translation>
        </message>
        <message>
            <source>The class and its teachers, too.</source>
            <translation>También la clase y sus profesores.</translation>
        </message>
        <message>
            <source>The school</source>
            <translation>La escuela</translation>
        </message>
        <message>
            <source>Everybody at the school, too.</source>
            <translation>También todos en la escuela.</translation>
        </message>
        <message>
            <source>Other schools</source>
            <translation>Otras escuelas</translation>
        </message>
        <message>
            <source>Schools that take part see it under a made-up name. This is your agreement.</source>
            <translation>Las escuelas que participan lo ven con un nombre inventado. Este es su acuerdo.</translation>
        </message>
        <message>
            <source>What they share</source>
            <translation>Lo que comparte</translation>
        </message>
        <message>
            <source>Each time your child shows you something.</source>
            <translation>Cada vez que tu hijo te enseña algo.</translation>
        </message>
        <message>
            <source>Also once a day</source>
            <translation>También una vez al día</translation>
        </message>
        <message>
            <source>One line about the badges of the day, shared or not.</source>
            <translation>Una línea sobre las insignias del día, compartidas o no.</translation>
        </message>
        <message>
            <source>Also each badge</source>
            <translation>También cada insignia</translation>
        </message>
        <message>
            <source>As soon as it is earned, shared or not.</source>
            <translation>En cuanto se gana, compartida o no.</translation>
        </message>
    </context>
    <context>
        <name>FamilyView</name>
        <message>
            <source>As soon as the school has linked you to your child, you see here what they are proud of.</source>
            <translation>En cuanto la escuela le haya vinculado con su hijo, verá aquí de qué está orgulloso.</translation>
        </message>
        <message>
            <source>Nobody is linked yet</source>
            <translation>Aún no hay nadie vinculado</translation>
        </message>
        <message>
            <source>My family</source>
            <translation>Mi familia</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Perfil</translation>
        </message>
        <message>
            <source>points</source>
            <translation>puntos</translation>
        </message>
        <message>
            <source>badges</source>
            <translation>insignias</translation>
        </message>
        <message numerus="yes">
            <source>days in a row</source>
            <translation>
                <numerusform>día seguido</numerusform>
                <numerusform>días seguidos</numerusform>
            </translation>
        </message>
        <message>
            <source>Badges</source>
            <translation>Insignias</translation>
        </message>
        <message>
            <source>Shared with the family</source>
            <translation>Compartido con la familia</translation>
        </message>
        <message>
            <source>When your child shares a success, you can celebrate it here.</source>
            <translation>Cuando su hijo comparta un logro, podrá celebrarlo aquí.</translation>
        </message>
        <message>
            <source>Nothing shared yet</source>
            <translation>Aún no se ha compartido nada</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Palabras</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Retirarlo</translation>
        </message>
        <message>
            <source>What they wrote to others</source>
            <translation>Lo que escribió a otros</translation>
        </message>
        <message>
            <source>Nothing here is ever struck out: each yes and each no is kept with its day.</source>
            <translation>Aquí nunca se borra nada: cada sí y cada no se guarda con su fecha.</translation>
        </message>
        <message>
            <source>What was agreed</source>
            <translation>Lo que se acordó</translation>
        </message>
        <message>
            <source>agreed</source>
            <translation>acordado</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>retirado</translation>
        </message>
        <message>
            <source>by you</source>
            <translation>por usted</translation>
        </message>
        <message>
            <source>by another guardian</source>
            <translation>por otro tutor</translation>
        </message>
        <message>
            <source>How far may it go at most?</source>
            <translation>¿Hasta dónde puede llegar como mucho?</translation>
        </message>
        <message>
            <source>Your child can always choose less. Changing this also narrows what is shared already.</source>
            <translation>Su hijo siempre puede elegir menos. Cambiar esto también limita lo que ya está compartido.</translation>
        </message>
        <message>
            <source>How we treat each other</source>
            <translation>Cómo nos tratamos</translation>
        </message>
        <message>
            <source>What shall we tell you about?</source>
            <translation>¿De qué te avisamos?</translation>
        </message>
        <message>
            <source>Your child's badges are on this page anyhow. This is only about being told.</source>
            <translation>Las insignias de tu hijo están en esta página de todos modos. Esto es solo sobre los avisos.</translation>
        </message>
        <message>
            <source>This child is not linked to you any more</source>
            <translation>Este niño o niña ya no está vinculado a ti</translation>
        </message>
        <message>
            <source>The school decides who is linked to whom. Please ask there if this is a mistake.</source>
            <translation>La escuela decide quién está vinculado con quién. Si es un error, pregunta allí.</translation>
        </message>
    </context>
    <context>
        <name>TakeBackDialog</name>
        <message>
            <source>Take it back?</source>
            <translation>¿Retirarlo?</translation>
        </message>
        <message>
            <source>“{title}” disappears for everybody. The badge itself stays with {name}.</source>
            <translation>«{title}» desaparece para todos. {name} conserva la insignia.</translation>
        </message>
        <message>
            <source>“{words}” disappears for everybody.</source>
            <translation>«{words}» desaparece para todos.</translation>
        </message>
        <message>
            <source>Why, if you like</source>
            <translation>Por qué, si quiere</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Dejarlo</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Retirarlo</translation>
        </message>
    </context>
    <context>
        <name>StudentRulesDialog</name>
        <message>
            <source>Sharing and rest</source>
            <translation>Compartir y descansar</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Rest passes</source>
            <translation>Días de descanso</translation>
        </message>
        <message>
            <source>How far may this student’s shares go at most?</source>
            <translation>¿Hasta dónde puede llegar como mucho lo que comparte este alumno?</translation>
        </message>
        <message>
            <source>As the class</source>
            <translation>Como la clase</translation>
        </message>
        <message>
            <source>Nothing beyond the rules of the class.</source>
            <translation>Nada más que las reglas de la clase.</translation>
        </message>
        <message>
            <source>School</source>
            <translation>Escuela</translation>
        </message>
        <message>
            <source>Never beyond the school.</source>
            <translation>Nunca fuera de la escuela.</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Their class and its teachers, and their family.</source>
            <translation>Su clase y sus profesores, y su familia.</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>Familia</translation>
        </message>
        <message>
            <source>Their family only.</source>
            <translation>Solo su familia.</translation>
        </message>
        <message>
            <source>The student reads that it was your wish. It never opens what they or their family keep closed.</source>
            <translation>El alumno lee que fue deseo de usted. Nunca abre lo que él o su familia mantienen cerrado.</translation>
        </message>
        <message>
            <source>A break from words and reactions</source>
            <translation>Una pausa de palabras y reacciones</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
        </message>
        <message>
            <source>A break until {until}. It ends by itself.</source>
            <translation>Una pausa hasta {until}. Termina sola.</translation>
        </message>
        <message>
            <source>End it now</source>
            <translation>Terminarla ahora</translation>
        </message>
        <message>
            <source>One week</source>
            <translation>Una semana</translation>
        </message>
    </context>
    <context>
        <name>RestPick</name>
        <message>
            <source>On these days nobody’s row is broken by not playing.</source>
            <translation>En estos días nadie pierde su racha por no tocar.</translation>
        </message>
    </context>
    <context>
        <name>PolicyView</name>
        <message>
            <source>As soon as the school gives you a class, you decide here how it shares.</source>
            <translation>En cuanto la escuela le dé una clase, usted decide aquí cómo comparte.</translation>
        </message>
        <message>
            <source>No class yet</source>
            <translation>Aún no hay clase</translation>
        </message>
        <message>
            <source>Please have a look</source>
            <translation>Por favor, mire</translation>
        </message>
        <message>
            <source>Rules only ever narrow what a student or family has chosen. Nothing that is shared gets wider.</source>
            <translation>Las reglas solo limitan lo que un alumno o su familia ha elegido. Nada de lo compartido llega más lejos.</translation>
        </message>
        <message>
            <source>Rules of {class_name}</source>
            <translation>Reglas de {class_name}</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Sharing in this class</source>
            <translation>Compartir en esta clase</translation>
        </message>
        <message>
            <source>Switched on</source>
            <translation>Encendido</translation>
        </message>
        <message>
            <source>Students may show the class what they have reached.</source>
            <translation>Los alumnos pueden mostrar a la clase lo que han logrado.</translation>
        </message>
        <message>
            <source>Switched off</source>
            <translation>Apagado</translation>
        </message>
        <message>
            <source>What they share reaches their family only.</source>
            <translation>Lo que comparten llega solo a su familia.</translation>
        </message>
        <message>
            <source>Words between students</source>
            <translation>Palabras entre alumnos</translation>
        </message>
        <message>
            <source>What may be shared</source>
            <translation>Qué se puede compartir</translation>
        </message>
        <message>
            <source>New students begin with this. They can always choose less.</source>
            <translation>Los alumnos nuevos empiezan así. Siempre pueden elegir menos.</translation>
        </message>
        <message>
            <source>How far shares go at first</source>
            <translation>Hasta dónde llega al principio lo compartido</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>Vacaciones</translation>
        </message>
    </context>
    <context>
        <name>HighlightDialog</name>
        <message>
            <source>Show it to the whole class</source>
            <translation>Mostrarlo a toda la clase</translation>
        </message>
        <message>
            <source>A few words for the class</source>
            <translation>Unas palabras para la clase</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>It stands in the highlights and on the display for a week.</source>
            <translation>Está una semana en los destacados y en la pantalla.</translation>
        </message>
        <message>
            <source>Show it to {class_name}</source>
            <translation>Mostrarlo a {class_name}</translation>
        </message>
        <message>
            <source>{class_name} sees it now.</source>
            <translation>{class_name} lo ve ahora.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
    </context>
    <context>
        <name>ModerationView</name>
        <message>
            <source>The title of a showcase</source>
            <translation>El título de una vitrina</translation>
        </message>
        <message>
            <source>Please have a look</source>
            <translation>Por favor, mire</translation>
        </message>
        <message>
            <source>Rules of the class</source>
            <translation>Reglas de la clase</translation>
        </message>
        <message numerus="yes">
            <source>Approve the %n in which nothing was noticed</source>
            <translation>
                <numerusform>Aprobar %n en el que no se notó nada</numerusform>
                <numerusform>Aprobar los %n en los que no se notó nada</numerusform>
            </translation>
        </message>
        <message>
            <source>Words that children write, and what somebody reports, wait here for you.</source>
            <translation>Las palabras que escriben los niños, y lo que alguien avisa, le esperan aquí.</translation>
        </message>
        <message>
            <source>Nothing waits</source>
            <translation>Nada espera</translation>
        </message>
        <message>
            <source>{kind} · {when}</source>
            <translation>{kind} · {when}</translation>
        </message>
        <message>
            <source>Reported: {reason}</source>
            <translation>Avisado: {reason}</translation>
        </message>
        <message>
            <source>Hidden because: {reason}</source>
            <translation>Oculto porque: {reason}</translation>
        </message>
        <message>
            <source>Words with a share</source>
            <translation>Palabras junto a algo compartido</translation>
        </message>
        <message>
            <source>A share</source>
            <translation>Algo compartido</translation>
        </message>
        <message>
            <source>A comment</source>
            <translation>Un comentario</translation>
        </message>
        <message>
            <source>Words in a profile</source>
            <translation>Palabras en un perfil</translation>
        </message>
        <message>
            <source>waits</source>
            <translation>espera</translation>
        </message>
        <message>
            <source>reported</source>
            <translation>avisado</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>oculto</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Why hide it?</source>
            <translation>¿Por qué ocultarlo?</translation>
        </message>
        <message>
            <source>Why remove it?</source>
            <translation>¿Por qué quitarlo?</translation>
        </message>
        <message>
            <source>Approved: {what}</source>
            <translation>Aprobado: {what}</translation>
        </message>
        <message>
            <source>Hidden: {what}</source>
            <translation>Oculto: {what}</translation>
        </message>
        <message>
            <source>Removed: {what}</source>
            <translation>Quitado: {what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Asked again</source>
            <translation>Piden otra mirada</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>Go on</source>
            <translation>Seguir</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>Otro motivo</translation>
        </message>
        <message>
            <source>The reason is kept with your decision. Other adults of the school can read it.</source>
            <translation>El motivo se guarda con su decisión. Otros adultos de la escuela pueden leerlo.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Shared. {who}</source>
            <translation>Compartido. {who}</translation>
        </message>
        <message>
            <source>The school has deleted this account, and everything of it is gone from this computer.</source>
            <translation>La escuela ha borrado esta cuenta, y todo lo suyo ha desaparecido de este ordenador.</translation>
        </message>
        <message>
            <source>Kept. It is shared as soon as there is a network. {who}</source>
            <translation>Guardado. Se comparte en cuanto haya red. {who}</translation>
        </message>
        <message>
            <source>The school has put this account on hold. What you have done is kept here. Ask at your school.</source>
            <translation>La escuela ha puesto esta cuenta en pausa. Lo que has hecho se guarda aquí. Pregunta en tu escuela.</translation>
        </message>
        <message>
            <source>The school has changed what you do here, so the program looks different now.</source>
            <translation>La escuela ha cambiado lo que haces aquí; por eso el programa se ve distinto ahora.</translation>
        </message>
        <message>
            <source>The school has put this account on hold. What you have done is kept here. Ask there.</source>
            <translation>La escuela ha puesto esta cuenta en pausa. Lo que has hecho se guarda aquí. Pregunta en tu escuela.</translation>
        </message>
    </context>
    <context>
        <name>BeginDialog</name>
        <message>
            <source>Begin a challenge</source>
            <translation>Empezar un reto</translation>
        </message>
        <message>
            <source>Name of the challenge</source>
            <translation>Nombre del reto</translation>
        </message>
        <message>
            <source>Week of the treble clef</source>
            <translation>Semana de la clave de sol</translation>
        </message>
        <message>
            <source>What is played</source>
            <translation>Qué se toca</translation>
        </message>
        <message>
            <source>Begin now</source>
            <translation>Empezar ahora</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Whole school</source>
            <translation>Toda la escuela</translation>
        </message>
        <message numerus="yes">
            <source>%n week(s)</source>
            <translation>
                <numerusform>%n semana</numerusform>
                <numerusform>%n semanas</numerusform>
            </translation>
        </message>
        <message>
            <source>Everybody plays the same exercise. The best try that the school has listened to counts.</source>
            <translation>Todos tocan el mismo ejercicio. Cuenta el mejor intento que la escuela ha escuchado.</translation>
        </message>
        <message>
            <source>What is it called?</source>
            <translation>¿Cómo se llama?</translation>
        </message>
        <message>
            <source>What is played?</source>
            <translation>¿Qué se toca?</translation>
        </message>
        <message>
            <source>For whom?</source>
            <translation>¿Para quién?</translation>
        </message>
        <message>
            <source>How long?</source>
            <translation>¿Cuánto tiempo?</translation>
        </message>
    </context>
    <context>
        <name>ClosedView</name>
        <message>
            <source>Notices</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <source>Closed by an adult</source>
            <translation>Cerrado por un adulto</translation>
        </message>
        <message>
            <source>Nothing of yours is closed.</source>
            <translation>Nada tuyo está cerrado.</translation>
        </message>
        <message>
            <source>All open</source>
            <translation>Todo abierto</translation>
        </message>
        <message>
            <source>If you think it was all right, you can ask once. Somebody else than before looks at it then.</source>
            <translation>Si crees que estaba bien, puedes preguntar una vez. Entonces lo mira otra persona.</translation>
        </message>
        <message>
            <source>Ask another adult</source>
            <translation>Preguntar a otro adulto</translation>
        </message>
        <message>
            <source>A second adult looks at it</source>
            <translation>Lo mira otro adulto</translation>
        </message>
        <message>
            <source>It is back</source>
            <translation>Ha vuelto</translation>
        </message>
        <message>
            <source>It stays away</source>
            <translation>Sigue cerrado</translation>
        </message>
        <message>
            <source>Asked. It is sent as soon as there is contact, and you hear how it ends.</source>
            <translation>Preguntado. Se envía en cuanto haya conexión, y sabrás cómo termina.</translation>
        </message>
    </context>
    <context>
        <name>AppealsView</name>
        <message>
            <source>Please have a look</source>
            <translation>Por favor, mira</translation>
        </message>
        <message>
            <source>Asked again</source>
            <translation>Piden otra mirada</translation>
        </message>
        <message>
            <source>When a student asks that a second adult looks at a decision, it waits here.</source>
            <translation>Cuando un alumno pide que otro adulto mire una decisión, espera aquí.</translation>
        </message>
        <message>
            <source>Nobody asks</source>
            <translation>Nadie pregunta</translation>
        </message>
        <message>
            <source>A colleague has closed these. Their authors ask for a second pair of eyes.</source>
            <translation>Las ha cerrado un colega. Sus autores piden otra mirada.</translation>
        </message>
        <message>
            <source>asked {when}</source>
            <translation>preguntado {when}</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>oculto</translation>
        </message>
        <message>
            <source>removed</source>
            <translation>eliminado</translation>
        </message>
        <message>
            <source>You have closed this yourself, so a colleague looks at it.</source>
            <translation>Lo has cerrado tú, así que lo mira un colega.</translation>
        </message>
        <message>
            <source>The words come with the next contact to the school.</source>
            <translation>El texto llega con la próxima conexión con la escuela.</translation>
        </message>
        <message>
            <source>Open it again</source>
            <translation>Abrirlo de nuevo</translation>
        </message>
        <message>
            <source>It stays closed</source>
            <translation>Sigue cerrado</translation>
        </message>
        <message>
            <source>Why does it stay closed?</source>
            <translation>¿Por qué sigue cerrado?</translation>
        </message>
        <message>
            <source>Kept. The author hears how it ended.</source>
            <translation>Guardado. El autor sabrá cómo terminó.</translation>
        </message>
    </context>
    <context>
        <name>PreviewDialog</name>
        <message>
            <source>As a student sees it</source>
            <translation>Como lo ve un alumno</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>PictureView</name>
        <message>
            <source>Listen again</source>
            <translation>Escuchar otra vez</translation>
        </message>
        <message>
            <source>Listen again, key 0</source>
            <translation>Escuchar otra vez, tecla 0</translation>
        </message>
        <message>
            <source>Question {n} of {total}</source>
            <translation>Pregunta {n} de {total}</translation>
        </message>
        <message>
            <source>{n} in a row</source>
            <translation>{n} seguidas</translation>
        </message>
        <message>
            <source>{points} points</source>
            <translation>{points} puntos</translation>
        </message>
    </context>
    <context>
        <name>BeatRow</name>
        <message>
            <source>Get ready</source>
            <translation>Prepárate</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Toca</translation>
        </message>
    </context>
    <context>
        <name>TapPad</name>
        <message>
            <source>Tap here, on the space bar or on any key</source>
            <translation>Toca aquí, en la barra espaciadora o en cualquier tecla</translation>
        </message>
    </context>
    <context>
        <name>StaffView</name>
        <message>
            <source>This music could not be drawn.</source>
            <translation>Esta música no se pudo dibujar.</translation>
        </message>
    </context>
    <context>
        <name>MicBar</name>
        <message>
            <source>Switch off</source>
            <translation>Apagar</translation>
        </message>
        <message>
            <source>Sing with the microphone</source>
            <translation>Cantar con el micrófono</translation>
        </message>
        <message>
            <source>You can sing the answer or play it on any instrument. The microphone is off.</source>
            <translation>Puedes cantar la respuesta o tocarla en cualquier instrumento. El micrófono está apagado.</translation>
        </message>
        <message>
            <source>I hear {note}.</source>
            <translation>Oigo {note}.</translation>
        </message>
        <message>
            <source>The microphone is listening. Nothing is recorded.</source>
            <translation>El micrófono escucha. No se graba nada.</translation>
        </message>
    </context>
    <context>
        <name>PauseOverlay</name>
        <message>
            <source>Plug the keyboard in</source>
            <translation>Enchufa el teclado</translation>
        </message>
        <message>
            <source>Take a breath</source>
            <translation>Respira</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Seguir</translation>
        </message>
        <message>
            <source>Leave this game</source>
            <translation>Salir del juego</translation>
        </message>
    </context>
    <context>
        <name>marks</name>
        <message>
            <source>now</source>
            <translation>ahora</translation>
        </message>
        <message>
            <source>right</source>
            <translation>bien</translation>
        </message>
        <message>
            <source>early</source>
            <translation>pronto</translation>
        </message>
        <message>
            <source>late</source>
            <translation>tarde</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>mal</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>faltó</translation>
        </message>
        <message>
            <source>extra</source>
            <translation>de más</translation>
        </message>
        <message>
            <source>hint</source>
            <translation>pista</translation>
        </message>
    </context>
    <context>
        <name>piano</name>
        <message>
            <source>Piano, {low} to {high}</source>
            <translation>Piano, de {low} a {high}</translation>
        </message>
    </context>
    <context>
        <name>note</name>
        <message>
            <source>C</source>
            <translation>Do</translation>
        </message>
        <message>
            <source>D</source>
            <translation>Re</translation>
        </message>
        <message>
            <source>E</source>
            <translation>Mi</translation>
        </message>
        <message>
            <source>F</source>
            <translation>Fa</translation>
        </message>
        <message>
            <source>G</source>
            <translation>Sol</translation>
        </message>
        <message>
            <source>A</source>
            <translation>La</translation>
        </message>
        <message>
            <source>B</source>
            <translation>Si</translation>
        </message>
    </context>
    <context>
        <name>Display</name>
        <message>
            <source>as of {when}</source>
            <translation>actualizado {when}</translation>
        </message>
    </context>
    <context>
        <name>display</name>
        <message>
            <source>This week’s points</source>
            <translation>Los puntos de esta semana</translation>
        </message>
        <message>
            <source>Day after day</source>
            <translation>Día tras día</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n día</numerusform>
                <numerusform>%n días</numerusform>
            </translation>
        </message>
        <message>
            <source>Music is in the making</source>
            <translation>La música se está haciendo</translation>
        </message>
        <message>
            <source>What this class shares will be seen here.</source>
            <translation>Lo que comparta esta clase se verá aquí.</translation>
        </message>
        <message>
            <source>Pair this display</source>
            <translation>Vincular esta pantalla</translation>
        </message>
        <message>
            <source>A teacher opens the class, presses “Give a display to this class”, and types:</source>
            <translation>Un profesor abre la clase, pulsa «Dar una pantalla a esta clase» y escribe:</translation>
        </message>
    </context>
    <context>
        <name>WorldPart</name>
        <message>
            <source>Share this badge with other schools, and it stands here this month under a made-up name.</source>
            <translation>Comparte esta insignia con otros colegios y este mes estará aquí con un nombre inventado.</translation>
        </message>
        <message>
            <source>It opens as soon as students of three schools have shared this badge this month.</source>
            <translation>Se abre en cuanto estudiantes de tres colegios hayan compartido esta insignia este mes.</translation>
        </message>
        <message>
            <source>Asking the other schools …</source>
            <translation>Preguntando a los otros colegios …</translation>
        </message>
        <message>
            <source>No contact with the school just now. This is how it was on {day}.</source>
            <translation>Ahora no hay contacto con el colegio. Así estaba el {day}.</translation>
        </message>
        <message>
            <source>The world’s best this month</source>
            <translation>Los mejores del mundo este mes</translation>
        </message>
        <message>
            <source>Around you</source>
            <translation>Cerca de ti</translation>
        </message>
        <message>
            <source>Play this challenge, and your best score of this month stands here under a made-up name.</source>
            <translation>Toca este reto y tu mejor puntuación de este mes estará aquí con un nombre inventado.</translation>
        </message>
        <message>
            <source>Here you are “{name}” this month. Nobody at other schools learns who that is.</source>
            <translation>Este mes aquí eres «{name}». En otros colegios nadie sabe quién es.</translation>
        </message>
        <message>
            <source>Your school doesn’t take part</source>
            <translation>Tu colegio no participa</translation>
        </message>
        <message>
            <source>The world board is open to schools that have agreed to it. Yours has not.</source>
            <translation>La tabla mundial está abierta a los colegios que lo han acordado. El tuyo no.</translation>
        </message>
        <message>
            <source>The adults around you decide this too</source>
            <translation>Los adultos que te cuidan también lo deciden</translation>
        </message>
        <message>
            <source>Everybody at home has to agree, and your teacher may keep scores in the school.</source>
            <translation>En casa todos tienen que estar de acuerdo, y tu profesor puede dejar las puntuaciones en el colegio.</translation>
        </message>
        <message>
            <source>Not enough schools yet</source>
            <translation>Todavía hay pocos colegios</translation>
        </message>
        <message>
            <source>It opens as soon as three schools have played this challenge this month.</source>
            <translation>Se abre en cuanto tres colegios hayan tocado este reto este mes.</translation>
        </message>
        <message>
            <source>Your school has not heard of it yet</source>
            <translation>Tu colegio aún no lo sabe</translation>
        </message>
        <message>
            <source>You have switched it on. It begins with the next contact with the school.</source>
            <translation>Lo has activado. Empieza con el próximo contacto con el colegio.</translation>
        </message>
        <message>
            <source>No contact with the school just now</source>
            <translation>Ahora no hay contacto con el colegio</translation>
        </message>
        <message>
            <source>The world board comes back with the network. Your scores are kept on this computer.</source>
            <translation>La tabla mundial vuelve con la red. Tus puntuaciones se guardan en este ordenador.</translation>
        </message>
        <message>
            <source>You are not on the world board. If you like, your best scores may stand beside those of other schools, under a made-up name that changes every month: not your name, your school or your picture.</source>
            <translation>No estás en la tabla mundial. Si quieres, tus mejores puntuaciones pueden estar junto a las de otros colegios, con un nombre inventado que cambia cada mes: ni tu nombre, ni tu colegio, ni tu imagen.</translation>
        </message>
        <message>
            <source>Sharing settings</source>
            <translation>Ajustes para compartir</translation>
        </message>
    </context>
    <context>
        <name>ShowcaseView</name>
        <message>
            <source>My profile</source>
            <translation>Mi perfil</translation>
        </message>
        <message>
            <source>As others see it</source>
            <translation>Como lo ven otros</translation>
        </message>
        <message>
            <source>Pick below what you like to show: badges, milestones, personal bests and more.</source>
            <translation>Elige abajo lo que quieras mostrar: insignias, hitos, mejores marcas y más.</translation>
        </message>
        <message numerus="yes">
            <source>Room for %n thing(s)</source>
            <translation>
                <numerusform>Sitio para %n cosa</numerusform>
                <numerusform>Sitio para %n cosas</numerusform>
            </translation>
        </message>
        <message>
            <source>In this showcase</source>
            <translation>En esta vitrina</translation>
        </message>
        <message>
            <source>Who can see this now: {who}</source>
            <translation>Quién puede ver esto ahora: {who}</translation>
        </message>
        <message>
            <source>What you can put in</source>
            <translation>Lo que puedes poner</translation>
        </message>
        <message>
            <source>Everything that you have earned is in it.</source>
            <translation>Todo lo que has logrado está dentro.</translation>
        </message>
        <message>
            <source>What you earn while you play can be put in here.</source>
            <translation>Lo que logres tocando se puede poner aquí.</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>Mostrar más</translation>
        </message>
        <message>
            <source>It is full. Take something out to make room.</source>
            <translation>Está llena. Saca algo para hacer sitio.</translation>
        </message>
        <message>
            <source>shared</source>
            <translation>compartido</translation>
        </message>
        <message>
            <source>not shared yet</source>
            <translation>aún sin compartir</translation>
        </message>
        <message>
            <source>Put in</source>
            <translation>Poner</translation>
        </message>
        <message>
            <source>{title} was taken out.</source>
            <translation>Se ha sacado {title}.</translation>
        </message>
        <message>
            <source>Put it back</source>
            <translation>Volver a ponerlo</translation>
        </message>
        <message>
            <source>Who may see it?</source>
            <translation>¿Quién puede verla?</translation>
        </message>
        <message>
            <source>Others find in it only what you have shared with them.</source>
            <translation>Los demás encuentran en ella solo lo que has compartido con ellos.</translation>
        </message>
        <message>
            <source>What it is called</source>
            <translation>Cómo se llama</translation>
        </message>
        <message>
            <source>A title of my own</source>
            <translation>Un título mío</translation>
        </message>
        <message>
            <source>Or a title of your own</source>
            <translation>O un título tuyo</translation>
        </message>
        <message>
            <source>Until your teacher has read it, others see the title above.</source>
            <translation>Hasta que tu profesor lo lea, los demás ven el título de arriba.</translation>
        </message>
    </context>
    <context>
        <name>ItemLine</name>
        <message>
            <source>{place}: {title}, {what}. {who}</source>
            <translation>{place}: {title}, {what}. {who}</translation>
        </message>
        <message>
            <source>Alt with an arrow key moves it, Delete takes it out.</source>
            <translation>Alt con una flecha lo mueve, Supr lo saca.</translation>
        </message>
        <message>
            <source>Share it</source>
            <translation>Compartirlo</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Arriba</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Abajo</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Sacar</translation>
        </message>
    </context>
    <context>
        <name>ItemOrder</name>
        <message>
            <source>What is in it, in order</source>
            <translation>Lo que hay dentro, en orden</translation>
        </message>
    </context>
    <context>
        <name>showcase</name>
        <message>
            <source>Badge</source>
            <translation>Insignia</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Puntos</translation>
        </message>
        <message>
            <source>Streak</source>
            <translation>Racha</translation>
        </message>
        <message>
            <source>Challenge</source>
            <translation>Reto</translation>
        </message>
        <message>
            <source>Collection</source>
            <translation>Colección</translation>
        </message>
        <message>
            <source>Personal best</source>
            <translation>Mejor marca</translation>
        </message>
        <message>
            <source>Pathway</source>
            <translation>Itinerario</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>Habilidad</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Nivel</translation>
        </message>
        <message>
            <source>Homework</source>
            <translation>Tareas</translation>
        </message>
        <message>
            <source>Nothing is in it yet.</source>
            <translation>Aún no hay nada dentro.</translation>
        </message>
        <message>
            <source>Showcase: {title}</source>
            <translation>Vitrina: {title}</translation>
        </message>
        <message numerus="yes">
            <source>%n of them not shared yet</source>
            <translation>
                <numerusform>%n aún sin compartir</numerusform>
                <numerusform>%n aún sin compartir</numerusform>
            </translation>
        </message>
        <message>
            <source>Your teacher reads the title before others see it</source>
            <translation>Tu profesor lee el título antes de que otros lo vean</translation>
        </message>
        <message>
            <source>Hidden: an adult is looking at it</source>
            <translation>Oculta: un adulto la está mirando</translation>
        </message>
    </context>
    <context>
        <name>OpeningDialog</name>
        <message>
            <source>after the step before</source>
            <translation>después del paso anterior</translation>
        </message>
        <message>
            <source>Finished first</source>
            <translation>Terminado antes</translation>
        </message>
        <message>
            <source>Games that count</source>
            <translation>Juegos que cuentan</translation>
        </message>
        <message>
            <source>A student reads until then</source>
            <translation>Lo que lee el alumno hasta entonces</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>It is open from the beginning.</source>
            <translation>Está abierto desde el principio.</translation>
        </message>
        <message>
            <source>Plays before it opens</source>
            <translation>Partidas antes de que se abra</translation>
        </message>
        <message>
            <source>Points to reach before it opens</source>
            <translation>Puntos que alcanzar antes de que se abra</translation>
        </message>
        <message>
            <source>any result</source>
            <translation>cualquier resultado</translation>
        </message>
        <message>
            <source>{points} of {most}</source>
            <translation>{points} de {most}</translation>
        </message>
        <message>
            <source>When does it open?</source>
            <translation>¿Cuándo se abre?</translation>
        </message>
        <message>
            <source>After the step before</source>
            <translation>Después del paso anterior</translation>
        </message>
    </context>
    <context>
        <name>PeopleHere</name>
        <message>
            <source>People on this computer</source>
            <translation>Personas en este ordenador</translation>
        </message>
    </context>
    <context>
        <name>PersonCard</name>
        <message>
            <source>Take {name} off this computer</source>
            <translation>Quitar a {name} de este ordenador</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>signed in</source>
            <translation>con la sesión abierta</translation>
        </message>
        <message>
            <source>last here {when}</source>
            <translation>estuvo aquí {when}</translation>
        </message>
        <message>
            <source>something waits to be sent</source>
            <translation>algo espera para enviarse</translation>
        </message>
    </context>
    <context>
        <name>TakeOffDialog</name>
        <message>
            <source>Take {name} off this computer?</source>
            <translation>¿Quitar a {name} de este ordenador?</translation>
        </message>
        <message>
            <source>Their copy here is deleted. All they have done is safe at the school, and as long as they belong to it they can sign in here again when there is contact.</source>
            <translation>Se borra su copia en este ordenador. Todo lo que ha hecho está seguro en la escuela y, mientras forme parte de ella, podrá volver a entrar aquí cuando haya contacto.</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>badge</name>
        <message>
            <source>not earned yet</source>
            <translation>aún sin ganar</translation>
        </message>
        <message>
            <source>level I</source>
            <translation>nivel I</translation>
        </message>
        <message>
            <source>level II, bronze</source>
            <translation>nivel II, bronce</translation>
        </message>
        <message>
            <source>level III, silver</source>
            <translation>nivel III, plata</translation>
        </message>
        <message>
            <source>level IV, gold</source>
            <translation>nivel IV, oro</translation>
        </message>
        <message>
            <source>earned</source>
            <translation>ganada</translation>
        </message>
        <message>
            <source>Uncommon</source>
            <translation>Poco común</translation>
        </message>
        <message>
            <source>Rare</source>
            <translation>Rara</translation>
        </message>
        <message>
            <source>Epic</source>
            <translation>Épica</translation>
        </message>
        <message>
            <source>Legendary</source>
            <translation>Legendaria</translation>
        </message>
        <message>
            <source>Common</source>
            <translation>Común</translation>
        </message>
        <message>
            <source>{name}, not earned yet, {have} of {need}</source>
            <translation>{name}, aún sin ganar, {have} de {need}</translation>
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source>One moment…</source>
            <translation>Un momento…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Intentar de nuevo</translation>
        </message>
    </context>
    <context>
        <name>sync</name>
        <message numerus="yes">
            <source>%n thing(s) need you</source>
            <translation>
                <numerusform>%n cosa te necesita</numerusform>
                <numerusform>%n cosas te necesitan</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Enviando…</translation>
        </message>
        <message>
            <source>Sending {done} of {all}</source>
            <translation>Enviando {done} de {all}</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n en espera</numerusform>
                <numerusform>%n en espera</numerusform>
            </translation>
        </message>
        <message>
            <source>Offline · {waiting}</source>
            <translation>Sin red · {waiting}</translation>
        </message>
        <message>
            <source>Offline · all saved here</source>
            <translation>Sin red · todo guardado aquí</translation>
        </message>
        <message>
            <source>All at school</source>
            <translation>Todo en la escuela</translation>
        </message>
        <message>
            <source>Fetching older work: {percent} %</source>
            <translation>Trayendo lo anterior: {percent} %</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>Erase the last digit</source>
            <translation>Borrar la última cifra</translation>
        </message>
        <message numerus="yes">
            <source>PIN, %n of 4 digits typed</source>
            <translation>
                <numerusform>PIN, %n de 4 cifras escrita</numerusform>
                <numerusform>PIN, %n de 4 cifras escritas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BadgeMoment</name>
        <message>
            <source>New badge!</source>
            <translation>¡Nueva insignia!</translation>
        </message>
        <message>
            <source>Your badge has grown!</source>
            <translation>¡Tu insignia ha crecido!</translation>
        </message>
        <message>
            <source>Share it</source>
            <translation>Compartirla</translation>
        </message>
        <message>
            <source>confirming</source>
            <translation>por confirmar</translation>
        </message>
        <message numerus="yes">
            <source>%n more to the next level</source>
            <translation>
                <numerusform>%n más para el siguiente nivel</numerusform>
                <numerusform>%n más para el siguiente nivel</numerusform>
            </translation>
        </message>
        <message>
            <source>Next badge</source>
            <translation>Siguiente insignia</translation>
        </message>
        <message>
            <source>Keep it for me</source>
            <translation>Guardarla para mí</translation>
        </message>
    </context>
    <context>
        <name>FamilyEntry</name>
        <message>
            <source>User name</source>
            <translation>Nombre de usuario</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Entrar</translation>
        </message>
        <message>
            <source>Use the name and the password that the school has given you. The first time needs the network.</source>
            <translation>Usa el nombre y la contraseña que te ha dado la escuela. La primera vez hace falta la red.</translation>
        </message>
        <message>
            <source>My family</source>
            <translation>Mi familia</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Un momento…</translation>
        </message>
    </context>
    <context>
        <name>JoiningCard</name>
        <message>
            <source>The school's address</source>
            <translation>La dirección de la escuela</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Código</translation>
        </message>
        <message>
            <source>What this computer is called</source>
            <translation>Cómo se llama este ordenador</translation>
        </message>
        <message>
            <source>Add this computer</source>
            <translation>Añadir este ordenador</translation>
        </message>
        <message>
            <source>Add this computer to a school</source>
            <translation>Añadir este ordenador a una escuela</translation>
        </message>
        <message>
            <source>A teacher or administrator can make a code for it. This needs the network once.</source>
            <translation>Un profesor o administrador puede crear un código. Para esto hace falta la red una vez.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Un momento…</translation>
        </message>
        <message>
            <source>This computer belongs to the school now. Its classes appear in a moment.</source>
            <translation>Este ordenador ya es de la escuela. Sus clases aparecen en un momento.</translation>
        </message>
    </context>
    <context>
        <name>avatar</name>
        <message>
            <source>Picture: {name}</source>
            <translation>Imagen: {name}</translation>
        </message>
    </context>
    <context>
        <name>SupportDialog</name>
        <message>
            <source>Report for support</source>
            <translation>Informe para soporte</translation>
        </message>
        <message>
            <source>Save as a file</source>
            <translation>Guardar como archivo</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Un momento…</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Guardar el informe</translation>
        </message>
        <message>
            <source>Zip file (*.zip)</source>
            <translation>Archivo zip (*.zip)</translation>
        </message>
        <message>
            <source>If something does not work, this file helps those who help you. It says how this computer and the program are doing, in numbers and codes. There are no names in it and nothing that anybody wrote or played.</source>
            <translation>Si algo no funciona, este archivo ayuda a quienes te ayudan. Dice cómo están este ordenador y el programa, con números y códigos. No contiene nombres ni nada que alguien haya escrito o tocado.</translation>
        </message>
        <message>
            <source>The report</source>
            <translation>El informe</translation>
        </message>
        <message>
            <source>In the file: {names}</source>
            <translation>En el archivo: {names}</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>Guardado: {path}</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Report for support</source>
            <translation>Informe para soporte</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Inicio</translation>
        </message>
        <message>
            <source>What is saved where</source>
            <translation>Qué está guardado dónde</translation>
        </message>
        <message>
            <source>These need you</source>
            <translation>Esto te necesita</translation>
        </message>
        <message>
            <source>Last contact with the school: {when}</source>
            <translation>Último contacto con la escuela: {when}</translation>
        </message>
        <message>
            <source>Everything that you do is saved on this computer at once, with or without a network.</source>
            <translation>Todo lo que haces se guarda enseguida en este ordenador, con red o sin ella.</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) will be sent as soon as there is a network.</source>
            <translation>
                <numerusform>%n cosa se enviará en cuanto haya red.</numerusform>
                <numerusform>%n cosas se enviarán en cuanto haya red.</numerusform>
            </translation>
        </message>
        <message>
            <source>The newest is here already. Numbers grow until the older work has come as well.</source>
            <translation>Lo más nuevo ya está aquí. Los números crecen hasta que llegue también lo anterior.</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>Enviar ahora</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>Dejarlo</translation>
        </message>
        <message>
            <source>Let it go: </source>
            <translation>Dejarlo: </translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Intentar de nuevo</translation>
        </message>
        <message>
            <source>Try again: </source>
            <translation>Intentar de nuevo: </translation>
        </message>
        <message>
            <source>Change it</source>
            <translation>Cambiarlo</translation>
        </message>
        <message>
            <source>Change it: </source>
            <translation>Cambiarlo: </translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>«{words}»</translation>
        </message>
        <message>
            <source>You can also show this page to your teacher.</source>
            <translation>También puedes enseñar esta página a tu profesor.</translation>
        </message>
        <message>
            <source>Code for your administrator: {code}</source>
            <translation>Código para tu administrador: {code}</translation>
        </message>
    </context>
    <context>
        <name>DisplayCodeDialog</name>
        <message>
            <source>Give a display to this class</source>
            <translation>Dar una pantalla a esta clase</translation>
        </message>
        <message>
            <source>The code on the display</source>
            <translation>El código de la pantalla</translation>
        </message>
        <message>
            <source>Type the code that the display shows. From then on it shows what the students of {name} share with their class, and nothing else.</source>
            <translation>Escribe el código que muestra la pantalla. Desde entonces muestra lo que los alumnos de {name} comparten con su clase, y nada más.</translation>
        </message>
        <message>
            <source>Give it to the class</source>
            <translation>Dársela a la clase</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>The display belongs to this class now. It shows its first page in a moment.</source>
            <translation>La pantalla ya es de esta clase. Muestra su primera página en un momento.</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Listo</translation>
        </message>
    </context>
    <context>
        <name>LabView</name>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Ask for a code here, and type it on each computer that should belong to the school.</source>
            <translation>Pide aquí un código y escríbelo en cada ordenador que deba ser de la escuela.</translation>
        </message>
        <message>
            <source>No computer belongs to your school yet</source>
            <translation>Ningún ordenador es aún de tu escuela</translation>
        </message>
        <message>
            <source>as of {when}</source>
            <translation>a fecha de {when}</translation>
        </message>
        <message>
            <source>Add a computer</source>
            <translation>Añadir un ordenador</translation>
        </message>
        <message>
            <source>Computers and displays</source>
            <translation>Ordenadores y pantallas</translation>
        </message>
        <message>
            <source>This computer has no contact with the school just now, so the others may have been in touch since.</source>
            <translation>Este ordenador no tiene ahora contacto con la escuela, así que los otros pueden haberlo tenido después.</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>en uso</translation>
        </message>
        <message>
            <source>in touch</source>
            <translation>en contacto</translation>
        </message>
        <message>
            <source>things wait there</source>
            <translation>hay cosas en espera</translation>
        </message>
        <message>
            <source>Display of {name}</source>
            <translation>Pantalla de {name}</translation>
        </message>
        <message>
            <source>Computer</source>
            <translation>Ordenador</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Este ordenador</translation>
        </message>
        <message>
            <source>End</source>
            <translation>Dar de baja</translation>
        </message>
        <message>
            <source>End {name}: it belongs to the school no more</source>
            <translation>Dar de baja {name}: ya no será de la escuela</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting there</source>
            <translation>
                <numerusform>%n en espera allí</numerusform>
                <numerusform>%n en espera allí</numerusform>
            </translation>
        </message>
        <message>
            <source>In touch {when}</source>
            <translation>En contacto {when}</translation>
        </message>
    </context>
    <context>
        <name>NewMachineDialog</name>
        <message>
            <source>Add a computer</source>
            <translation>Añadir un ordenador</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Asking the school for a code…</source>
            <translation>Pidiendo un código a la escuela…</translation>
        </message>
        <message>
            <source>The code: {code}</source>
            <translation>El código: {code}</translation>
        </message>
        <message>
            <source>Open MLC Classroom on the new computer. Its first page asks for the school's address and for this code.</source>
            <translation>Abre MLC Classroom en el ordenador nuevo. Su primera página pide la dirección de la escuela y este código.</translation>
        </message>
        <message>
            <source>It adds any number of computers until {clock} tomorrow.</source>
            <translation>Sirve para cualquier número de ordenadores hasta mañana a las {clock}.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Intentar de nuevo</translation>
        </message>
    </context>
    <context>
        <name>EndMachineDialog</name>
        <message>
            <source>End {name}?</source>
            <translation>¿Dar de baja {name}?</translation>
        </message>
        <message>
            <source>From now on it gets nothing from the school and sends nothing: right for a computer that was stolen, sold or set up by mistake. It can be added again with a new code.</source>
            <translation>Desde ahora no recibe nada de la escuela ni envía nada: lo adecuado para un ordenador robado, vendido o añadido por error. Se puede añadir de nuevo con otro código.</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) on it had not been sent when it was last in touch.</source>
            <translation>
                <numerusform>Tenía %n cosa sin enviar en su último contacto.</numerusform>
                <numerusform>Tenía %n cosas sin enviar en su último contacto.</numerusform>
            </translation>
        </message>
        <message>
            <source>End it</source>
            <translation>Dar de baja</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Conservarlo</translation>
        </message>
    </context>
    <context>
        <name>table</name>
        <message>
            <source>Student</source>
            <translation>Alumno</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Assignments</source>
            <translation>Tareas</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>Superados</translation>
        </message>
        <message>
            <source>Plays</source>
            <translation>Partidas</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Puntos</translation>
        </message>
        <message>
            <source>Days in a row</source>
            <translation>Días seguidos</translation>
        </message>
        <message>
            <source>Badges</source>
            <translation>Insignias</translation>
        </message>
        <message>
            <source>Last played</source>
            <translation>Última vez</translation>
        </message>
    </context>
    <context>
        <name>WorldBadgeDialog</name>
        <message>
            <source>{name} around the world</source>
            <translation>{name} por el mundo</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>OwnWords</name>
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
        <message>
            <source>Send to my teacher</source>
            <translation>Enviar a mi profesor</translation>
        </message>
        <message>
            <source>{first} {second}</source>
            <translation>{first} {second}</translation>
        </message>
    </context>
    <context>
        <name>curriculum</name>
        <message>
            <source>Lifetime Musician</source>
            <translation>Música para toda la vida</translation>
        </message>
        <message>
            <source>From the first key to reading, hearing and making music freely.</source>
            <translation>De la primera tecla a leer, oír y hacer música con libertad.</translation>
        </message>
        <message>
            <source>Watch the keys light up, then play along.</source>
            <translation>Mira cómo se iluminan las teclas y luego toca tú también.</translation>
        </message>
        <message>
            <source>Listen once with your eyes closed, then sing along.</source>
            <translation>Escucha una vez con los ojos cerrados y luego canta tú también.</translation>
        </message>
        <message>
            <source>First notes</source>
            <translation>Primeras notas</translation>
        </message>
        <message>
            <source>Find your way on the keys and read your first notes.</source>
            <translation>Encuentra tu camino por las teclas y lee tus primeras notas.</translation>
        </message>
        <message>
            <source>Meet the keys</source>
            <translation>Conoce las teclas</translation>
        </message>
        <message>
            <source>Five fingers, right hand</source>
            <translation>Cinco dedos, mano derecha</translation>
        </message>
        <message>
            <source>Five fingers, left hand</source>
            <translation>Cinco dedos, mano izquierda</translation>
        </message>
        <message>
            <source>A steady beat</source>
            <translation>Un pulso constante</translation>
        </message>
        <message>
            <source>Skill check 1</source>
            <translation>Prueba de nivel 1</translation>
        </message>
        <message>
            <source>Everything of first notes once more.</source>
            <translation>Todo lo de este capítulo una vez más: primeras notas.</translation>
        </message>
        <message>
            <source>Reading the staff</source>
            <translation>Leer el pentagrama</translation>
        </message>
        <message>
            <source>Lines, spaces and the notes between.</source>
            <translation>Líneas, espacios y las notas que hay entre ellos.</translation>
        </message>
        <message>
            <source>Treble spaces and lines</source>
            <translation>Espacios y líneas de la clave de sol</translation>
        </message>
        <message>
            <source>Bass spaces and lines</source>
            <translation>Espacios y líneas de la clave de fa</translation>
        </message>
        <message>
            <source>Names without keys</source>
            <translation>Nombres sin teclas</translation>
        </message>
        <message>
            <source>Words in notes</source>
            <translation>Palabras en notas</translation>
        </message>
        <message>
            <source>Skill check 2</source>
            <translation>Prueba de nivel 2</translation>
        </message>
        <message>
            <source>Everything of reading the staff once more.</source>
            <translation>Todo lo de este capítulo una vez más: leer el pentagrama.</translation>
        </message>
        <message>
            <source>Counting time</source>
            <translation>Contar el tiempo</translation>
        </message>
        <message>
            <source>Quarters, halves, eighths and rests.</source>
            <translation>Negras, blancas, corcheas y silencios.</translation>
        </message>
        <message>
            <source>Note values</source>
            <translation>Valores de las notas</translation>
        </message>
        <message>
            <source>Longer notes</source>
            <translation>Notas más largas</translation>
        </message>
        <message>
            <source>Eighths</source>
            <translation>Corcheas</translation>
        </message>
        <message>
            <source>Skill check 3</source>
            <translation>Prueba de nivel 3</translation>
        </message>
        <message>
            <source>Everything of counting time once more.</source>
            <translation>Todo lo de este capítulo una vez más: contar el tiempo.</translation>
        </message>
        <message>
            <source>Moving about</source>
            <translation>Moverse por las teclas</translation>
        </message>
        <message>
            <source>Steps, skips and the first intervals.</source>
            <translation>Pasos, saltos y los primeros intervalos.</translation>
        </message>
        <message>
            <source>Steps and skips</source>
            <translation>Pasos y saltos</translation>
        </message>
        <message>
            <source>Hearing steps</source>
            <translation>Oír pasos</translation>
        </message>
        <message>
            <source>Seconds and thirds</source>
            <translation>Segundas y terceras</translation>
        </message>
        <message>
            <source>Whole treble and bass staff</source>
            <translation>Toda la clave de sol y de fa</translation>
        </message>
        <message>
            <source>First lines at sight</source>
            <translation>Primeras líneas a primera vista</translation>
        </message>
        <message>
            <source>Skill check 4</source>
            <translation>Prueba de nivel 4</translation>
        </message>
        <message>
            <source>Everything of moving about once more.</source>
            <translation>Todo lo de este capítulo una vez más: moverse por las teclas.</translation>
        </message>
        <message>
            <source>Black keys</source>
            <translation>Teclas negras</translation>
        </message>
        <message>
            <source>Sharps, flats and the grand staff.</source>
            <translation>Sostenidos, bemoles y el sistema de piano.</translation>
        </message>
        <message>
            <source>Sharps and flats on the keys</source>
            <translation>Sostenidos y bemoles en el teclado</translation>
        </message>
        <message>
            <source>Sharps and flats on the staff</source>
            <translation>Sostenidos y bemoles en el pentagrama</translation>
        </message>
        <message>
            <source>Five-finger patterns</source>
            <translation>Posiciones de cinco dedos</translation>
        </message>
        <message>
            <source>Loud and soft</source>
            <translation>Fuerte y suave</translation>
        </message>
        <message>
            <source>Skill check 5</source>
            <translation>Prueba de nivel 5</translation>
        </message>
        <message>
            <source>Everything of black keys once more.</source>
            <translation>Todo lo de este capítulo una vez más: las teclas negras.</translation>
        </message>
        <message>
            <source>Scales</source>
            <translation>Escalas</translation>
        </message>
        <message>
            <source>Major, minor and five-note scales.</source>
            <translation>Escalas mayores, menores y de cinco notas.</translation>
        </message>
        <message>
            <source>C major</source>
            <translation>Do mayor</translation>
        </message>
        <message>
            <source>Minor scales</source>
            <translation>Escalas menores</translation>
        </message>
        <message>
            <source>Touch</source>
            <translation>El toque</translation>
        </message>
        <message>
            <source>Skill check 6</source>
            <translation>Prueba de nivel 6</translation>
        </message>
        <message>
            <source>Everything of scales once more.</source>
            <translation>Todo lo de este capítulo una vez más: las escalas.</translation>
        </message>
        <message>
            <source>Chords</source>
            <translation>Acordes</translation>
        </message>
        <message>
            <source>Triads by hand, eye and ear.</source>
            <translation>Tríadas con la mano, el ojo y el oído.</translation>
        </message>
        <message>
            <source>C, F and G</source>
            <translation>Do, fa y sol</translation>
        </message>
        <message>
            <source>Minor chords</source>
            <translation>Acordes menores</translation>
        </message>
        <message>
            <source>Reading chords</source>
            <translation>Leer acordes</translation>
        </message>
        <message>
            <source>I, IV and V</source>
            <translation>I, IV y V</translation>
        </message>
        <message>
            <source>Left-hand chords</source>
            <translation>Acordes con la mano izquierda</translation>
        </message>
        <message>
            <source>Skill check 7</source>
            <translation>Prueba de nivel 7</translation>
        </message>
        <message>
            <source>Everything of chords once more.</source>
            <translation>Todo lo de este capítulo una vez más: los acordes.</translation>
        </message>
        <message>
            <source>Rhythm in small parts</source>
            <translation>Ritmos pequeños</translation>
        </message>
        <message>
            <source>Dots, sixteenths and triplets.</source>
            <translation>Puntillos, semicorcheas y tresillos.</translation>
        </message>
        <message>
            <source>Dotted notes</source>
            <translation>Notas con puntillo</translation>
        </message>
        <message>
            <source>Eighth rests and echoes</source>
            <translation>Silencios de corchea y ecos</translation>
        </message>
        <message>
            <source>Syncopation and triplets</source>
            <translation>Síncopas y tresillos</translation>
        </message>
        <message>
            <source>Metres</source>
            <translation>Compases</translation>
        </message>
        <message>
            <source>Skill check 8</source>
            <translation>Prueba de nivel 8</translation>
        </message>
        <message>
            <source>Everything of rhythm in small parts once more.</source>
            <translation>Todo lo de este capítulo una vez más: ritmos pequeños.</translation>
        </message>
        <message>
            <source>The listening ear</source>
            <translation>El oído atento</translation>
        </message>
        <message>
            <source>Intervals, echoes and dictation.</source>
            <translation>Intervalos, ecos y dictado.</translation>
        </message>
        <message>
            <source>Thirds and fifths by ear</source>
            <translation>Terceras y quintas de oído</translation>
        </message>
        <message>
            <source>Playing by ear</source>
            <translation>Tocar de oído</translation>
        </message>
        <message>
            <source>Short or bound, loud or soft</source>
            <translation>Corto o ligado, fuerte o suave</translation>
        </message>
        <message>
            <source>Skill check 9</source>
            <translation>Prueba de nivel 9</translation>
        </message>
        <message>
            <source>Everything of the listening ear once more.</source>
            <translation>Todo lo de este capítulo una vez más: el oído atento.</translation>
        </message>
        <message>
            <source>Keys and signatures</source>
            <translation>Tonalidades y armaduras</translation>
        </message>
        <message>
            <source>Three sharps, three flats and beyond.</source>
            <translation>Tres sostenidos, tres bemoles y más allá.</translation>
        </message>
        <message>
            <source>Sharp keys</source>
            <translation>Tonalidades con sostenidos</translation>
        </message>
        <message>
            <source>Flat keys</source>
            <translation>Tonalidades con bemoles</translation>
        </message>
        <message>
            <source>Reading in G and F</source>
            <translation>Leer en sol y fa</translation>
        </message>
        <message>
            <source>Lines in G and F</source>
            <translation>Líneas en sol y fa</translation>
        </message>
        <message>
            <source>Real tunes</source>
            <translation>Melodías de verdad</translation>
        </message>
        <message>
            <source>Skill check 10</source>
            <translation>Prueba de nivel 10</translation>
        </message>
        <message>
            <source>Everything of keys and signatures once more.</source>
            <translation>Todo lo de este capítulo una vez más: tonalidades y armaduras.</translation>
        </message>
        <message>
            <source>Harmony</source>
            <translation>Armonía</translation>
        </message>
        <message>
            <source>Inversions, cadences and seventh chords.</source>
            <translation>Inversiones, cadencias y acordes de séptima.</translation>
        </message>
        <message>
            <source>Inversions</source>
            <translation>Inversiones</translation>
        </message>
        <message>
            <source>Cadences</source>
            <translation>Cadencias</translation>
        </message>
        <message>
            <source>Chords by symbol</source>
            <translation>Acordes por cifrado</translation>
        </message>
        <message>
            <source>Skill check 11</source>
            <translation>Prueba de nivel 11</translation>
        </message>
        <message>
            <source>Everything of harmony once more.</source>
            <translation>Todo lo de este capítulo una vez más: la armonía.</translation>
        </message>
        <message>
            <source>A free player</source>
            <translation>Un músico libre</translation>
        </message>
        <message>
            <source>Hands together, transposing, improvising.</source>
            <translation>Manos juntas, transportar e improvisar.</translation>
        </message>
        <message>
            <source>Hands together</source>
            <translation>Manos juntas</translation>
        </message>
        <message>
            <source>Transposing</source>
            <translation>Transportar</translation>
        </message>
        <message>
            <source>Tunes in three and six</source>
            <translation>Melodías en tres y seis</translation>
        </message>
        <message>
            <source>Improvising</source>
            <translation>Improvisar</translation>
        </message>
        <message>
            <source>Skill check 12</source>
            <translation>Prueba de nivel 12</translation>
        </message>
        <message>
            <source>Everything of a free player once more.</source>
            <translation>Todo lo de este capítulo una vez más: un músico libre.</translation>
        </message>
        <message>
            <source>Sitting at the keyboard</source>
            <translation>Sentarse al teclado</translation>
        </message>
        <message>
            <source>Sit so that your elbows are as high as the keys. Let your arms hang, then lift your hands as if each held a small ball.
The black keys stand in groups of two and three. Left of every group of two is a C: here each C has a mark.</source>
            <translation>Siéntate de modo que los codos queden a la altura de las teclas. Deja caer los brazos y luego levanta las manos como si cada una sostuviera una pelotita.
Las teclas negras están en grupos de dos y de tres. A la izquierda de cada grupo de dos hay un do: aquí cada do tiene una señal.</translation>
        </message>
        <message>
            <source>Watch: first notes</source>
            <translation>Mira: primeras notas</translation>
        </message>
        <message>
            <source>Listen: first notes</source>
            <translation>Escucha: primeras notas</translation>
        </message>
        <message>
            <source>Chapter 1 done: first notes</source>
            <translation>Capítulo 1 terminado: primeras notas</translation>
        </message>
        <message>
            <source>Find your way on the keys and read your first notes. You can do that now. Play somebody your favourite part today.</source>
            <translation>Encuentra tu camino por las teclas y lee tus primeras notas. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>Lines and spaces</source>
            <translation>Líneas y espacios</translation>
        </message>
        <message>
            <source>Music is written on five lines and the four spaces between them. The higher a note stands, the further right its key lies.
A clef says which line is which: the treble clef curls around G, the bass clef has its dots around F.</source>
            <translation>La música se escribe en cinco líneas y en los cuatro espacios que hay entre ellas. Cuanto más alta está una nota, más a la derecha queda su tecla.
La clave dice qué línea es cuál: la clave de sol se enrosca alrededor del sol, la clave de fa tiene sus puntos alrededor del fa.</translation>
        </message>
        <message>
            <source>Watch: reading the staff</source>
            <translation>Mira: leer el pentagrama</translation>
        </message>
        <message>
            <source>Listen: reading the staff</source>
            <translation>Escucha: leer el pentagrama</translation>
        </message>
        <message>
            <source>Chapter 2 done: reading the staff</source>
            <translation>Capítulo 2 terminado: leer el pentagrama</translation>
        </message>
        <message>
            <source>Lines, spaces and the notes between. You can do that now. Play somebody your favourite part today.</source>
            <translation>Líneas, espacios y las notas que hay entre ellos. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>How long notes last</source>
            <translation>Cuánto duran las notas</translation>
        </message>
        <message>
            <source>A quarter note lasts one beat, a half note two, a whole note four. Count aloud while you tap: the voice keeps the hand honest.</source>
            <translation>Una negra dura un pulso, una blanca dos, una redonda cuatro. Cuenta en voz alta mientras tocas: la voz no deja que la mano se despiste.</translation>
        </message>
        <message>
            <source>Watch: counting time</source>
            <translation>Mira: contar el tiempo</translation>
        </message>
        <message>
            <source>Listen: counting time</source>
            <translation>Escucha: contar el tiempo</translation>
        </message>
        <message>
            <source>Chapter 3 done: counting time</source>
            <translation>Capítulo 3 terminado: contar el tiempo</translation>
        </message>
        <message>
            <source>Quarters, halves, eighths and rests. You can do that now. Play somebody your favourite part today.</source>
            <translation>Negras, blancas, corcheas y silencios. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>Steps, skips and intervals</source>
            <translation>Pasos, saltos e intervalos</translation>
        </message>
        <message>
            <source>From one letter to the next is a step, a second. Leave one out and it is a skip, a third. Good readers see these moves before they see letters.</source>
            <translation>De una nota a la siguiente hay un paso, una segunda. Si te saltas una, es un salto, una tercera. Quien lee bien ve estos movimientos antes que los nombres.</translation>
        </message>
        <message>
            <source>Watch: moving about</source>
            <translation>Mira: moverse por las teclas</translation>
        </message>
        <message>
            <source>Listen: moving about</source>
            <translation>Escucha: moverse por las teclas</translation>
        </message>
        <message>
            <source>Chapter 4 done: moving about</source>
            <translation>Capítulo 4 terminado: moverse por las teclas</translation>
        </message>
        <message>
            <source>Steps, skips and the first intervals. You can do that now. Play somebody your favourite part today.</source>
            <translation>Pasos, saltos y los primeros intervalos. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>Sharps and flats</source>
            <translation>Sostenidos y bemoles</translation>
        </message>
        <message>
            <source>A sharp moves a note to the very next key on the right, a flat to the very next key on the left, be that key black or white. The sign holds until the end of the bar.</source>
            <translation>Un sostenido lleva la nota a la tecla de al lado por la derecha, un bemol a la de al lado por la izquierda, sea negra o blanca. El signo vale hasta el final del compás.</translation>
        </message>
        <message>
            <source>Watch: black keys</source>
            <translation>Mira: las teclas negras</translation>
        </message>
        <message>
            <source>Listen: black keys</source>
            <translation>Escucha: las teclas negras</translation>
        </message>
        <message>
            <source>Chapter 5 done: black keys</source>
            <translation>Capítulo 5 terminado: las teclas negras</translation>
        </message>
        <message>
            <source>Sharps, flats and the grand staff. You can do that now. Play somebody your favourite part today.</source>
            <translation>Sostenidos, bemoles y el sistema de piano. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>A scale walks from home to home through every letter. In major, the half steps lie between 3 and 4 and between 7 and 8.</source>
            <translation>Una escala va de casa a casa pasando por todas las notas. En el modo mayor, los semitonos están entre el 3 y el 4 y entre el 7 y el 8.</translation>
        </message>
        <message>
            <source>Watch: scales</source>
            <translation>Mira: las escalas</translation>
        </message>
        <message>
            <source>Listen: scales</source>
            <translation>Escucha: las escalas</translation>
        </message>
        <message>
            <source>Chapter 6 done: scales</source>
            <translation>Capítulo 6 terminado: las escalas</translation>
        </message>
        <message>
            <source>Major, minor and five-note scales. You can do that now. Play somebody your favourite part today.</source>
            <translation>Escalas mayores, menores y de cinco notas. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>Three notes stacked in thirds are a triad. The lowest of them gives the chord its name, the middle one its colour: bright or dark.</source>
            <translation>Tres notas apiladas por terceras son una tríada. La más grave le da su nombre, la del medio su color: claro u oscuro.</translation>
        </message>
        <message>
            <source>Watch: chords</source>
            <translation>Mira: los acordes</translation>
        </message>
        <message>
            <source>Listen: chords</source>
            <translation>Escucha: los acordes</translation>
        </message>
        <message>
            <source>Chapter 7 done: chords</source>
            <translation>Capítulo 7 terminado: los acordes</translation>
        </message>
        <message>
            <source>Triads by hand, eye and ear. You can do that now. Play somebody your favourite part today.</source>
            <translation>Tríadas con la mano, el ojo y el oído. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>One beat may fall into two eighths, four sixteenths or a triplet of three. Feel the beat first, then fit the small notes into it.</source>
            <translation>Un pulso puede partirse en dos corcheas, cuatro semicorcheas o un tresillo de tres. Siente primero el pulso y luego encaja en él las notas pequeñas.</translation>
        </message>
        <message>
            <source>Watch: rhythm in small parts</source>
            <translation>Mira: ritmos pequeños</translation>
        </message>
        <message>
            <source>Listen: rhythm in small parts</source>
            <translation>Escucha: ritmos pequeños</translation>
        </message>
        <message>
            <source>Chapter 8 done: rhythm in small parts</source>
            <translation>Capítulo 8 terminado: ritmos pequeños</translation>
        </message>
        <message>
            <source>Dots, sixteenths and triplets. You can do that now. Play somebody your favourite part today.</source>
            <translation>Puntillos, semicorcheas y tresillos. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>Listening inside</source>
            <translation>Escuchar por dentro</translation>
        </message>
        <message>
            <source>Before you play what you heard, sing it in your head. What you can sing, your fingers will find.</source>
            <translation>Antes de tocar lo que has oído, cántalo en tu cabeza. Lo que puedas cantar, lo encontrarán tus dedos.</translation>
        </message>
        <message>
            <source>Watch: the listening ear</source>
            <translation>Mira: el oído atento</translation>
        </message>
        <message>
            <source>Listen: the listening ear</source>
            <translation>Escucha: el oído atento</translation>
        </message>
        <message>
            <source>Chapter 9 done: the listening ear</source>
            <translation>Capítulo 9 terminado: el oído atento</translation>
        </message>
        <message>
            <source>Intervals, echoes and dictation. You can do that now. Play somebody your favourite part today.</source>
            <translation>Intervalos, ecos y dictado. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>The sharps or flats at the clef count for the whole line. With sharps, the last one is the step below home; with flats, the last but one is home.</source>
            <translation>Los sostenidos o bemoles de la clave valen para toda la línea. Con sostenidos, el último es la nota justo debajo de la tónica; con bemoles, el penúltimo es la tónica.</translation>
        </message>
        <message>
            <source>Watch: keys and signatures</source>
            <translation>Mira: tonalidades y armaduras</translation>
        </message>
        <message>
            <source>Listen: keys and signatures</source>
            <translation>Escucha: tonalidades y armaduras</translation>
        </message>
        <message>
            <source>Chapter 10 done: keys and signatures</source>
            <translation>Capítulo 10 terminado: tonalidades y armaduras</translation>
        </message>
        <message>
            <source>Three sharps, three flats and beyond. You can do that now. Play somebody your favourite part today.</source>
            <translation>Tres sostenidos, tres bemoles y más allá. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>Most songs need three chords: I is home, V wants to go home, IV opens a window. How a phrase ends is called a cadence.</source>
            <translation>A la mayoría de las canciones les bastan tres acordes: I es la casa, V quiere volver a casa, IV abre una ventana. La forma de acabar una frase se llama cadencia.</translation>
        </message>
        <message>
            <source>Watch: harmony</source>
            <translation>Mira: la armonía</translation>
        </message>
        <message>
            <source>Listen: harmony</source>
            <translation>Escucha: la armonía</translation>
        </message>
        <message>
            <source>Chapter 11 done: harmony</source>
            <translation>Capítulo 11 terminado: la armonía</translation>
        </message>
        <message>
            <source>Inversions, cadences and seventh chords. You can do that now. Play somebody your favourite part today.</source>
            <translation>Inversiones, cadencias y acordes de séptima. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
        <message>
            <source>You can read, hear and keep time. Now move melodies to other keys, play what you hear, and make up your own.</source>
            <translation>Ya sabes leer, oír y llevar el pulso. Ahora lleva melodías a otras tonalidades, toca lo que oyes e inventa las tuyas.</translation>
        </message>
        <message>
            <source>Watch: a free player</source>
            <translation>Mira: un músico libre</translation>
        </message>
        <message>
            <source>Listen: a free player</source>
            <translation>Escucha: un músico libre</translation>
        </message>
        <message>
            <source>Chapter 12 done: a free player</source>
            <translation>Capítulo 12 terminado: un músico libre</translation>
        </message>
        <message>
            <source>Hands together, transposing, improvising. You can do that now. Play somebody your favourite part today.</source>
            <translation>Manos juntas, transportar e improvisar. Eso ya lo sabes hacer. Toca hoy para alguien lo que más te guste.</translation>
        </message>
    </context>
    <context>
        <name>GuidelinesView</name>
        <message>
            <source>As children read it</source>
            <translation>Así lo leen los niños</translation>
        </message>
        <message>
            <source>In force. Everybody reads it from their next contact with the school on.</source>
            <translation>En vigor. Todos lo leerán a partir de su próximo contacto con la escuela.</translation>
        </message>
        <message>
            <source>One rule on each line</source>
            <translation>Una regla en cada línea</translation>
        </message>
        <message>
            <source>Put into force</source>
            <translation>Poner en vigor</translation>
        </message>
        <message>
            <source>Short, kind sentences that an eight-year-old understands.</source>
            <translation>Frases cortas y amables que entienda un niño de ocho años.</translation>
        </message>
        <message>
            <source>Take this text</source>
            <translation>Usar este texto</translation>
        </message>
        <message>
            <source>Version {number}, {day}</source>
            <translation>Versión {number}, {day}</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versiones</translation>
        </message>
        <message>
            <source>What we ask of everybody, one rule on each line</source>
            <translation>Lo que pedimos a todos, una regla en cada línea</translation>
        </message>
        <message>
            <source>in force</source>
            <translation>en vigor</translation>
        </message>
        <message>
            <source>on its way</source>
            <translation>en camino</translation>
        </message>
    </context>
    <context>
        <name>UsageView</name>
        <message>
            <source>12 weeks</source>
            <translation>12 semanas</translation>
        </message>
        <message>
            <source>4 weeks</source>
            <translation>4 semanas</translation>
        </message>
        <message>
            <source>A year</source>
            <translation>Un año</translation>
        </message>
        <message>
            <source>How far it goes</source>
            <translation>Hasta dónde llega</translation>
        </message>
        <message>
            <source>How it is used, {weeks} weeks</source>
            <translation>Cómo se usa, {weeks} semanas</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>Nada todavía</translation>
        </message>
        <message>
            <source>Save as a table</source>
            <translation>Guardar como tabla</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Guardado.</translation>
        </message>
        <message>
            <source>School by school</source>
            <translation>Escuela por escuela</translation>
        </message>
        <message>
            <source>Students who played, by the week</source>
            <translation>Alumnos que tocaron, por semana</translation>
        </message>
        <message>
            <source>Sums only. Where fewer than five people stand behind a figure, a dot stands in its place.</source>
            <translation>Solo sumas. Donde hay menos de cinco personas detrás de una cifra, aparece un punto en su lugar.</translation>
        </message>
        <message>
            <source>What is looked at</source>
            <translation>Qué se mira</translation>
        </message>
        <message>
            <source>What is shared</source>
            <translation>Qué se comparte</translation>
        </message>
        <message>
            <source>fewer than five people</source>
            <translation>menos de cinco personas</translation>
        </message>
        <message>
            <source>students</source>
            <translation>alumnos</translation>
        </message>
    </context>
    <context>
        <name>figure</name>
        <message>
            <source>Highlights</source>
            <translation>Destacados</translation>
        </message>
        <message>
            <source>Profiles</source>
            <translation>Perfiles</translation>
        </message>
        <message>
            <source>Shares</source>
            <translation>Publicaciones</translation>
        </message>
        <message>
            <source>badges</source>
            <translation>insignias</translation>
        </message>
        <message>
            <source>celebrations</source>
            <translation>celebraciones</translation>
        </message>
        <message>
            <source>kind words</source>
            <translation>palabras amables</translation>
        </message>
        <message>
            <source>likes</source>
            <translation>me gusta</translation>
        </message>
        <message>
            <source>minutes of music</source>
            <translation>minutos de música</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>superadas</translation>
        </message>
        <message>
            <source>plays</source>
            <translation>veces que se tocó</translation>
        </message>
        <message>
            <source>reports</source>
            <translation>avisos</translation>
        </message>
        <message>
            <source>shared</source>
            <translation>compartido</translation>
        </message>
        <message>
            <source>students played</source>
            <translation>alumnos que tocaron</translation>
        </message>
    </context>
    <context>
        <name>organisation</name>
        <message>
            <source>All of our schools</source>
            <translation>Todas nuestras escuelas</translation>
        </message>
        <message>
            <source>How it is used</source>
            <translation>Cómo se usa</translation>
        </message>
        <message>
            <source>Rules for sharing</source>
            <translation>Reglas para compartir</translation>
        </message>
        <message>
            <source>What we ask of everybody</source>
            <translation>Lo que pedimos a todos</translation>
        </message>
    </context>
    <context>
        <name>OrganisationView</name>
        <message>
            <source>How far may anything go?</source>
            <translation>¿Hasta dónde puede llegar algo?</translation>
        </message>
        <message>
            <source>How far shares go at first</source>
            <translation>Hasta dónde llega al principio lo que se comparte</translation>
        </message>
        <message>
            <source>New students begin with this where their class says nothing. They can always choose less.</source>
            <translation>Los alumnos nuevos empiezan con esto si su clase no dice nada. Siempre pueden elegir menos.</translation>
        </message>
        <message>
            <source>These rules hold in every school. Classes and families can always allow less.</source>
            <translation>Estas reglas valen en todas las escuelas. Las clases y las familias siempre pueden permitir menos.</translation>
        </message>
        <message>
            <source>What may be shared</source>
            <translation>Qué se puede compartir</translation>
        </message>
        <message>
            <source>Words between students, at most</source>
            <translation>Palabras entre alumnos, como máximo</translation>
        </message>
    </context>
    <context>
        <name>most</name>
        <message>
            <source>A class and its teachers see it, too.</source>
            <translation>También lo ven la clase y sus profesores.</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Las clases</translation>
        </message>
        <message>
            <source>Everybody at their school, too.</source>
            <translation>También todos en su escuela.</translation>
        </message>
        <message>
            <source>Families</source>
            <translation>Las familias</translation>
        </message>
        <message>
            <source>Other schools</source>
            <translation>Otras escuelas</translation>
        </message>
        <message>
            <source>Schools that take part, under a made-up name, where families agree.</source>
            <translation>Las escuelas que participan, con un nombre inventado, si las familias están de acuerdo.</translation>
        </message>
        <message>
            <source>Students show it to their family only.</source>
            <translation>Los alumnos lo enseñan solo a su familia.</translation>
        </message>
        <message>
            <source>The school</source>
            <translation>La escuela</translation>
        </message>
    </context>
    <context>
        <name>rules</name>
        <message>
            <source>A like and a celebration still work.</source>
            <translation>Un «me gusta» y una celebración siguen funcionando.</translation>
        </message>
        <message>
            <source>A teacher reads each before another child sees it.</source>
            <translation>Un profesor lee cada una antes de que la vea otro niño.</translation>
        </message>
        <message>
            <source>Kind sentences</source>
            <translation>Frases amables</translation>
        </message>
        <message>
            <source>No words</source>
            <translation>Sin palabras</translation>
        </message>
        <message>
            <source>Nobody else</source>
            <translation>Nadie más</translation>
        </message>
        <message>
            <source>Own words, too</source>
            <translation>También palabras propias</translation>
        </message>
        <message>
            <source>Students pick from a list; nothing waits for an adult.</source>
            <translation>Los alumnos eligen de una lista; nada espera a un adulto.</translation>
        </message>
        <message>
            <source>What is switched off stays in families.</source>
            <translation>Lo que está desactivado se queda en las familias.</translation>
        </message>
    </context>
    <context>
        <name>GuidelinesDialog</name>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>How we treat each other here</source>
            <translation>Cómo nos tratamos aquí</translation>
        </message>
        <message>
            <source>In force since {day}</source>
            <translation>En vigor desde: {day}</translation>
        </message>
    </context>
    <context>
        <name>SupervisionView</name>
        <message>
            <source>All that {name} shares</source>
            <translation>Todo lo que comparte {name}</translation>
        </message>
        <message>
            <source>What waits</source>
            <translation>Lo que espera</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Volver</translation>
        </message>
        <message>
            <source>Also what is private or for the family. That you looked is written down at the school.</source>
            <translation>También lo privado o para la familia. Queda anotado en la escuela que lo has mirado.</translation>
        </message>
        <message>
            <source>What this student shares or writes appears here, however far it goes.</source>
            <translation>Aquí aparece lo que este alumno comparte o escribe, llegue hasta donde llegue.</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>Nada todavía</translation>
        </message>
        <message>
            <source>No words wait to be read, and nothing was reported.</source>
            <translation>No hay palabras por leer ni avisos.</translation>
        </message>
        <message>
            <source>All is well</source>
            <translation>Todo está bien</translation>
        </message>
        <message>
            <source>There is more. It comes as soon as these are judged.</source>
            <translation>Hay más. Aparecerá en cuanto se decida sobre estas.</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>All they share</source>
            <translation>Todo lo que comparte</translation>
        </message>
        <message>
            <source>Highlight</source>
            <translation>Destacar</translation>
        </message>
        <message>
            <source>It is in the light of the class for a week.</source>
            <translation>Queda destacado en la clase durante una semana.</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
        </message>
        <message>
            <source>A break from words and reactions until {until}. It ends by itself.</source>
            <translation>Una pausa de palabras y reacciones hasta {until}. Termina sola.</translation>
        </message>
        <message>
            <source>End it now</source>
            <translation>Terminarla ahora</translation>
        </message>
        <message>
            <source>A break from words and reactions</source>
            <translation>Una pausa de palabras y reacciones</translation>
        </message>
    </context>
    <context>
        <name>supervision</name>
        <message>
            <source>Shared</source>
            <translation>Compartido</translation>
        </message>
        <message>
            <source>Said to somebody</source>
            <translation>Dicho a alguien</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Perfil</translation>
        </message>
        <message>
            <source>Showcase</source>
            <translation>Vitrina</translation>
        </message>
        <message>
            <source>waits for an adult</source>
            <translation>espera a un adulto</translation>
        </message>
        <message>
            <source>was reported</source>
            <translation>tiene un aviso</translation>
        </message>
        <message>
            <source>is hidden</source>
            <translation>está oculto</translation>
        </message>
        <message>
            <source>Words with it</source>
            <translation>Palabras que la acompañan</translation>
        </message>
    </context>
    <context>
        <name>ShowDialog</name>
        <message>
            <source>Whom do you want to show it?</source>
            <translation>¿A quién se lo quieres enseñar?</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Nobody else of your class can see this.</source>
            <translation>Nadie más de tu clase puede ver esto.</translation>
        </message>
        <message>
            <source>They get a note from you that leads here. Only people who can see it anyway are in the list.</source>
            <translation>Reciben un aviso tuyo que lleva aquí. En la lista solo están quienes ya pueden verlo.</translation>
        </message>
        <message>
            <source>Shown to {name}.</source>
            <translation>Enseñado a {name}.</translation>
        </message>
    </context>
    <context>
        <name>leaving</name>
        <message>
            <source>This class is not one of yours any more</source>
            <translation>Esta clase ya no es una de las tuyas</translation>
        </message>
        <message>
            <source>The school has given it to somebody else, or it is over.</source>
            <translation>La escuela se la ha dado a otra persona, o ya terminó.</translation>
        </message>
        <message>
            <source>My classes</source>
            <translation>Mis clases</translation>
        </message>
    </context>
    <context>
        <name>judged</name>
        <message>
            <source>nothing played</source>
            <translation>no se tocó nada</translation>
        </message>
        <message>
            <source>you played {note}</source>
            <translation>tocaste {note}</translation>
        </message>
        <message>
            <source>you picked: {answer}</source>
            <translation>elegiste: {answer}</translation>
        </message>
    </context>
    <context>
        <name>pausing</name>
        <message>
            <source>One hour</source>
            <translation>Una hora</translation>
        </message>
        <message>
            <source>One day</source>
            <translation>Un día</translation>
        </message>
        <message>
            <source>One week</source>
            <translation>Una semana</translation>
        </message>
        <message>
            <source>Why, in words for the student</source>
            <translation>Por qué, en palabras para el alumno</translation>
        </message>
    </context>
    <context>
        <name>BreakDialog</name>
        <message>
            <source>A break from words and reactions</source>
            <translation>Una pausa de palabras y reacciones</translation>
        </message>
        <message>
            <source>The student reads it, goes on playing and sharing, and it ends by itself.</source>
            <translation>El alumno lo lee, sigue tocando y compartiendo, y la pausa termina sola.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>voice</name>
        <message>
            <source>en</source>
            <translation>es</translation>
        </message>
        <message>
            <source>flat</source>
            <translation>bemol</translation>
        </message>
        <message>
            <source>sharp</source>
            <translation>sostenido</translation>
        </message>
    </context>
</TS>
