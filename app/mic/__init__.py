"""The microphone: sound in, Notes out. The only room that imports miniaudio and numpy. Holds no Qt, keeps no sound."""
