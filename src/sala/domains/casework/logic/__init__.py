"""Pure decisions of casework: numbers, clocks, whose agency, what the law finds."""
