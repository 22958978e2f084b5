"""Pure decisions of identity: secrets and their digests, how long a sign-in lasts, where a browser may be sent."""
