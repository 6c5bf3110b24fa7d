"""The visual language: tokens, theme, and the parts that every view is built from. Knows no store and no page."""
