"""The port: MIDI messages in, Notes out. The only room that imports mido and rtmidi; it holds no Qt.

`port.Port` watches and opens real keyboards, `fake.FakePort` is the same thing without a driver, `screen.ScreenKeys` is
the piano on the screen and the computer's own keys.
"""
