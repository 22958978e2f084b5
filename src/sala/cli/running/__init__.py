"""
`sala run`: one tree of processes that is everything Sala needs on one machine.

`preparing` makes the database, the tables and the pack ready; `parts` says which processes serve; `supervisor` keeps
them running; `leftovers` makes sure that two trees never share one folder and that a killed one is cleared away.
"""
