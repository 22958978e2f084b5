"""The contract that a domain is entered by its front doors only. One line holds for every domain, also the next one."""

from typing import Any

import grimp
from importlinter import Contract, ContractCheck, fields, output


class FrontDoors(Contract):
    """
    Nothing outside a package of `container` imports a module of it other than its `doors`.

    import-linter's own `protected` contract lets one domain open another when it names them by a wildcard.
    """

    container: Any = fields.StringField()  # import-linter puts the configured value in the field's place
    doors: Any = fields.SetField(subfield=fields.StringField())

    def check(self, graph: grimp.ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every import that crosses from outside into a package."""
        broken = sorted(
            f"{importer} imports {imported}"
            for package in graph.find_children(self.container)
            for imported in graph.find_descendants(package) | {package}
            if not self._is_door(imported, package)
            for importer in graph.find_modules_that_directly_import(imported)
            if importer != package and not importer.startswith(f"{package}.")
        )
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import, with the way to mend it."""
        for line in check.metadata["broken"]:
            output.print_error(line)
        output.print(f"Import only {' or '.join(sorted(self.doors))} of another package; add what is missing there.")

    def _is_door(self, module: str, package: str) -> bool:
        return module.removeprefix(f"{package}.") in self.doors
