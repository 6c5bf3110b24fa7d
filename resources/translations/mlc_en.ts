<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AssignmentView</name>
        <message numerus="yes">
            <source>%n play(s)</source>
            <translation>
                <numerusform>%n play</numerusform>
                <numerusform>%n plays</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StudentView</name>
        <message numerus="yes">
            <source>%n play(s)</source>
            <translation>
                <numerusform>%n play</numerusform>
                <numerusform>%n plays</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BadgeMoment</name>
        <message numerus="yes">
            <source>%n more to the next level</source>
            <translation>
                <numerusform>%n more to the next level</numerusform>
                <numerusform>%n more to the next level</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DashboardView</name>
        <message numerus="yes">
            <source>days in a row</source>
            <translation>
                <numerusform>day in a row</numerusform>
                <numerusform>days in a row</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skill(s) want to be heard again today.</source>
            <translation>
                <numerusform>One skill wants to be heard again today.</numerusform>
                <numerusform>%n skills want to be heard again today.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message numerus="yes">
            <source>PIN, %n of 4 digits typed</source>
            <translation>
                <numerusform>PIN, %n of 4 digits typed</numerusform>
                <numerusform>PIN, %n of 4 digits typed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultView</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SignInView</name>
        <message numerus="yes">
            <source>%n student(s)</source>
            <translation>
                <numerusform>%n student</numerusform>
                <numerusform>%n students</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EndMachineDialog</name>
        <message numerus="yes">
            <source>%n thing(s) on it had not been sent when it was last in touch.</source>
            <translation>
                <numerusform>%n thing on it had not been sent when it was last in touch.</numerusform>
                <numerusform>%n things on it had not been sent when it was last in touch.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LabView</name>
        <message numerus="yes">
            <source>%n waiting there</source>
            <translation>
                <numerusform>%n waiting there</numerusform>
                <numerusform>%n waiting there</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message numerus="yes">
            <source>%n thing(s) will be sent as soon as there is a network.</source>
            <translation>
                <numerusform>%n thing will be sent as soon as there is a network.</numerusform>
                <numerusform>%n things will be sent as soon as there is a network.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ago</name>
        <message numerus="yes">
            <source>%n min ago</source>
            <translation>
                <numerusform>%n min ago</numerusform>
                <numerusform>%n min ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h ago</source>
            <translation>
                <numerusform>%n h ago</numerusform>
                <numerusform>%n h ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n d ago</source>
            <translation>
                <numerusform>%n d ago</numerusform>
                <numerusform>%n d ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sync</name>
        <message numerus="yes">
            <source>%n thing(s) need you</source>
            <translation>
                <numerusform>%n thing needs you</numerusform>
                <numerusform>%n things need you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>display</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CommentsView</name>
        <message numerus="yes">
            <source>%n comment(s)</source>
            <translation>
                <numerusform>%n comment</numerusform>
                <numerusform>%n comments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) left.</source>
            <translation>
                <numerusform>%n letter left.</numerusform>
                <numerusform>%n letters left.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) too many.</source>
            <translation>
                <numerusform>%n letter too many.</numerusform>
                <numerusform>%n letters too many.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FamilyView</name>
        <message numerus="yes">
            <source>days in a row</source>
            <translation>
                <numerusform>day in a row</numerusform>
                <numerusform>days in a row</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ModerationView</name>
        <message numerus="yes">
            <source>Approve the %n in which nothing was noticed</source>
            <translation>
                <numerusform>Approve the %n in which nothing was noticed</numerusform>
                <numerusform>Approve the %n in which nothing was noticed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProfileView</name>
        <message numerus="yes">
            <source>Badges that you are proud of stand here, up to %n.</source>
            <translation>
                <numerusform>Badges that you are proud of stand here, up to %n.</numerusform>
                <numerusform>Badges that you are proud of stand here, up to %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>days in a row</source>
            <translation>
                <numerusform>day in a row</numerusform>
                <numerusform>days in a row</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>keyboards</name>
        <message numerus="yes">
            <source>Heard %n semitone(s) away from where it is played.</source>
            <translation>
                <numerusform>Heard %n semitone away from where it is played.</numerusform>
                <numerusform>Heard %n semitones away from where it is played.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Heard %n octave(s) higher than it is played.</source>
            <translation>
                <numerusform>Heard %n octave higher than it is played.</numerusform>
                <numerusform>Heard %n octaves higher than it is played.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Heard %n octave(s) lower than it is played.</source>
            <translation>
                <numerusform>Heard %n octave lower than it is played.</numerusform>
                <numerusform>Heard %n octaves lower than it is played.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OctaveCheck</name>
        <message numerus="yes">
            <source>Your keyboard plays %n octave(s) too low.</source>
            <translation>
                <numerusform>Your keyboard plays an octave too low.</numerusform>
                <numerusform>Your keyboard plays %n octaves too low.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your keyboard plays %n octave(s) too high.</source>
            <translation>
                <numerusform>Your keyboard plays an octave too high.</numerusform>
                <numerusform>Your keyboard plays %n octaves too high.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewView</name>
        <message numerus="yes">
            <source>%n skill(s) to hear again,</source>
            <translation>
                <numerusform>%n skill to hear again,</numerusform>
                <numerusform>%n skills to hear again,</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s).</source>
            <translation>
                <numerusform>about a minute.</numerusform>
                <numerusform>about %n minutes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuickFindView</name>
        <message numerus="yes">
            <source>%n game(s)</source>
            <translation>
                <numerusform>%n game</numerusform>
                <numerusform>%n games</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LevelsView</name>
        <message numerus="yes">
            <source>%n round(s) so far</source>
            <translation>
                <numerusform>%n round so far</numerusform>
                <numerusform>%n rounds so far</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BadgeListView</name>
        <message numerus="yes">
            <source>%n badge(s) wait for an icon or to be released.</source>
            <translation>
                <numerusform>%n badge waits for an icon or to be released.</numerusform>
                <numerusform>%n badges wait for an icon or to be released.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n student(s) have it</source>
            <translation>
                <numerusform>%n student has it</numerusform>
                <numerusform>%n students have it</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BadgeFileView</name>
        <message numerus="yes">
            <source>%n contribution(s)</source>
            <translation>
                <numerusform>%n contribution</numerusform>
                <numerusform>%n contributions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReleaseDialog</name>
        <message numerus="yes">
            <source>%n student(s) get it at once, with the dates on which they earned it.</source>
            <translation>
                <numerusform>%n student gets it at once, with the date on which they earned it.</numerusform>
                <numerusform>%n students get it at once, with the dates on which they earned it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BuilderView</name>
        <message numerus="yes">
            <source>%n assignment(s)</source>
            <translation>
                <numerusform>%n assignment</numerusform>
                <numerusform>%n assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n step</numerusform>
                <numerusform>%n steps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GivingView</name>
        <message numerus="yes">
            <source>%n assignment(s)</source>
            <translation>
                <numerusform>%n assignment</numerusform>
                <numerusform>%n assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n step</numerusform>
                <numerusform>%n steps</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n student(s)</source>
            <translation>
                <numerusform>%n student</numerusform>
                <numerusform>%n students</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n time(s) somebody had it already.</source>
            <translation>
                <numerusform>Once somebody had it already.</numerusform>
                <numerusform>%n times somebody had it already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Kept: %n assignment(s). The students get them with their next contact.</source>
            <translation>
                <numerusform>Kept: %n assignment. The student gets it with their next contact.</numerusform>
                <numerusform>Kept: %n assignments. The students get them with their next contact.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PointsView</name>
        <message numerus="yes">
            <source>★ Your best week: {points} points on %n day(s)</source>
            <translation>
                <numerusform>★ Your best week: {points} points on %n day</numerusform>
                <numerusform>★ Your best week: {points} points on %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>days in a row</source>
            <translation>
                <numerusform>day in a row</numerusform>
                <numerusform>days in a row</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>weeks in a row</source>
            <translation>
                <numerusform>week in a row</numerusform>
                <numerusform>weeks in a row</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n play(s)</source>
            <translation>
                <numerusform>%n play</numerusform>
                <numerusform>%n plays</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message numerus="yes">
            <source>Notices, %n new</source>
            <translation>
                <numerusform>Notices, %n new</numerusform>
                <numerusform>Notices, %n new</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BeginDialog</name>
        <message numerus="yes">
            <source>%n week(s)</source>
            <translation>
                <numerusform>%n week</numerusform>
                <numerusform>%n weeks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShowcaseView</name>
        <message numerus="yes">
            <source>Room for %n thing(s)</source>
            <translation>
                <numerusform>Room for %n thing</numerusform>
                <numerusform>Room for %n things</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>showcase</name>
        <message numerus="yes">
            <source>%n of them not shared yet</source>
            <translation>
                <numerusform>%n of them not shared yet</numerusform>
                <numerusform>%n of them not shared yet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OwnWords</name>
        <message numerus="yes">
            <source>%n letter(s) left.</source>
            <translation>
                <numerusform>%n letter left.</numerusform>
                <numerusform>%n letters left.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) too many.</source>
            <translation>
                <numerusform>%n letter too many.</numerusform>
                <numerusform>%n letters too many.</numerusform>
            </translation>
        </message>
    </context>
</TS>
