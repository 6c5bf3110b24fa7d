"""Who there is and who may come in: organisations, people, classes, machines, displays, sign-in."""
