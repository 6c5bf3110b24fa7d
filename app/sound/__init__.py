"""Synthesiser and playback. The only room that knows FluidSynth; it holds no Qt.

`piano.Synth` is what the program plays through: it loads in the background, and stays silent with a sentence that says
why where this computer cannot sound.
"""
