"""Words to services: how a query and a service are cut into words, and which answers first."""
