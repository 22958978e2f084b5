"""The two pages and their rules."""

from typing import Any

from django import forms

from .models import BUSINESSES, Notification


class ShopForm(forms.ModelForm):
    """Page 1: the shop. Three rules say when this is the wrong form."""

    business = forms.MultipleChoiceField(label="คุณทำอะไรที่นี่", choices=BUSINESSES, widget=forms.CheckboxSelectMultiple)
    area_square_metres = forms.IntegerField(label="พื้นที่ร้านทั้งหมดกี่ตารางเมตร", min_value=1, max_value=100_000)
    opens_on = forms.DateField(label="วันที่จะเริ่มเปิดร้าน", widget=forms.SelectDateWidget)

    class Meta:
        model = Notification
        fields = (
            "shop_place",
            "area_square_metres",
            "shop_name",
            "house_number",
            "moo",
            "building",
            "soi",
            "road",
            "sub_district",
            "postcode",
            "business",
            "foods",
            "opens_on",
        )
        widgets = {"shop_place": forms.RadioSelect}

    def clean(self) -> dict[str, Any]:
        """Send away shops that are too large, in a market or on a public way."""
        given = super().clean() or {}
        if (given.get("area_square_metres") or 0) > 200:
            self.add_error("area_square_metres", "ร้านเกิน 200 ตารางเมตร ต้องขอใบอนุญาต")
        if given.get("shop_place") == "market":
            self.add_error("shop_place", "ร้านในตลาดไม่ต้องใช้การแจ้งนี้")
        if given.get("shop_place") == "public-way":
            self.add_error("shop_place", "การขายในที่หรือทางสาธารณะใช้กฎหมายข้ออื่น")
        return given


class OperatorForm(forms.ModelForm):
    """Page 2: who runs it. Two questions depend on another's answer."""

    food_handlers = forms.IntegerField(label="มีผู้สัมผัสอาหารกี่คน", min_value=1, max_value=500)

    class Meta:
        model = Notification
        fields = (
            "operator",
            "juristic_number",
            "holds_place_as",
            "owner_consent",
            "food_handlers",
            "floor_plan",
            "phone",
            "email",
        )
        widgets = {"operator": forms.RadioSelect, "holds_place_as": forms.RadioSelect}

    def clean(self) -> dict[str, Any]:
        """Ask for the company's number and the owner's consent only where they apply."""
        given = super().clean() or {}
        if given.get("operator") == "company" and not given.get("juristic_number"):
            self.add_error("juristic_number", "กรอกเลขทะเบียนนิติบุคคล")
        if given.get("holds_place_as") in ("tenant", "other") and not given.get("owner_consent"):
            self.add_error("owner_consent", "แนบหนังสือยินยอมหรือสัญญาเช่า")
        return given


class DeclarationForm(forms.Form):
    """The check: what stands here is true."""

    declared = forms.BooleanField(label="ข้อมูลและเอกสารที่ฉันแจ้งเป็นความจริง")
