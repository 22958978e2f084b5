"""Kill -9, restart, carry on: nothing a person did is lost, and nothing is done twice."""
