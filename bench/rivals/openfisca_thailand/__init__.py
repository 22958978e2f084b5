"""The same laws as a country package of OpenFisca."""

from pathlib import Path

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from .entities import Household, Person

HERE = Path(__file__).parent


class CountryTaxBenefitSystem(TaxBenefitSystem):
    """Personal income tax, three allowances, a grant and the household's net, for OpenFisca."""

    def __init__(self) -> None:
        """Load variables and parameters."""
        super().__init__([Person, Household])
        self.add_variables_from_directory(str(HERE / "variables"))
        self.load_parameters(str(HERE / "parameters"))
