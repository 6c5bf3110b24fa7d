"""The mirror's other end: what is pushed goes in, and each bucket gets what its readers may see."""
