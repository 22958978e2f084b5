"""The ledger's mathematics and words: a Merkle tree, its proofs, its signed notes, and what an entry may say. Pure."""
