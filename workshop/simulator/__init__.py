"""The sync simulator: the real merge code of both ends in virtual time, with everything going wrong that can."""
