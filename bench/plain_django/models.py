"""One table: the notification, from its first page to its receipt."""

from django.conf import settings
from django.db import models

PLACES = [
    ("building", "ในอาคารหรือที่ดินที่ไม่ใช่ตลาด"),
    ("market", "ในตลาด"),
    ("public-way", "บนถนน ทางเท้า หรือที่สาธารณะ"),
]
BUSINESSES = [("sell-food", "ขายอาหาร"), ("store-food", "สะสมอาหาร")]
OPERATORS = [("myself", "ฉันเอง"), ("company", "นิติบุคคลที่ฉันเป็นผู้แทน")]
HOLDINGS = [("owner", "เจ้าของ"), ("tenant", "ผู้เช่า"), ("other", "ได้รับอนุญาตให้ใช้")]


class Notification(models.Model):
    """A small food shop, as its owner notifies it."""

    applicant = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    started_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True)

    shop_place = models.CharField("ร้านตั้งอยู่ที่ใด", max_length=20, choices=PLACES)
    area_square_metres = models.PositiveIntegerField("พื้นที่ร้านทั้งหมดกี่ตารางเมตร", null=True)
    shop_name = models.CharField("ชื่อร้าน", max_length=150)
    house_number = models.CharField("บ้านเลขที่", max_length=100)
    moo = models.CharField("หมู่ที่", max_length=100, blank=True)
    building = models.CharField("อาคาร", max_length=100, blank=True)
    soi = models.CharField("ซอย", max_length=100, blank=True)
    road = models.CharField("ถนน", max_length=100, blank=True)
    sub_district = models.CharField("ตำบลหรือแขวง", max_length=100)
    postcode = models.CharField("รหัสไปรษณีย์", max_length=5, blank=True)
    business = models.JSONField("คุณทำอะไรที่นี่", default=list)
    foods = models.CharField("ประเภทอาหารที่ขายหรือสะสม", max_length=300)
    opens_on = models.DateField("วันที่จะเริ่มเปิดร้าน", null=True)

    operator = models.CharField("ผู้ประกอบกิจการเป็นใคร", max_length=20, choices=OPERATORS)
    juristic_number = models.CharField("เลขทะเบียนนิติบุคคล", max_length=13, blank=True)
    holds_place_as = models.CharField("คุณใช้สถานที่นี้ในฐานะใด", max_length=20, choices=HOLDINGS)
    owner_consent = models.FileField("หนังสือยินยอมหรือสัญญาเช่า", blank=True)
    food_handlers = models.PositiveIntegerField("มีผู้สัมผัสอาหารกี่คน", null=True)
    floor_plan = models.FileField("แผนผังร้านหรือรูปถ่าย")
    phone = models.CharField("เบอร์โทรศัพท์ติดต่อ", max_length=20)
    email = models.EmailField("อีเมล (ถ้ามี)", blank=True)
