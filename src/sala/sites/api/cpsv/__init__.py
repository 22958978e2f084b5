"""
The catalogue in the words of CPSV-AP 3, the vocabulary in which public administrations tell each other of services.

Everything is read from the pack's declarations. What nobody has verified is told with `unverified`, and a discreet service
tells no more than its neutral name and who is in charge.

Source: SEMIC, Core Public Service Vocabulary Application Profile 3.2.0; CCCEV for evidence; ELI for Acts.
"""
