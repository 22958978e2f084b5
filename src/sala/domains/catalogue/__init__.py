"""What is offered, found in people's own words."""
