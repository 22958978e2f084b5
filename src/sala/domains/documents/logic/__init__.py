"""Pure parts of issuing: numbers and codes, the words of a sheet, its rendering and its seal."""
