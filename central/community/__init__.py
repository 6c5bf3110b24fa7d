"""What is shared, as the centre keeps it: moderation states follow from actions and reports."""
