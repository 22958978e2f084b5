"""What can keep a cluster from working. What is wrong with a population or a law is said as it is on one machine."""

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError


class EngineNotInstalled(SalaError):
    """Apache Spark is an extra that this installation does not have."""

    code = "engine-not-installed"
    message = Text(
        th='เครื่องนี้ยังไม่มี Apache Spark ติดตั้งด้วย python -m pip install "sala[spark]" และ Java 17 ขึ้นไป หรือใช้ --engine local',
        en='Apache Spark is not installed here: python -m pip install "sala[spark]", with Java 17 or later; '
        "or use --engine local",
    )


class ClusterNotReached(SalaError):
    """Spark did not start, or its master did not answer."""

    code = "cluster-not-reached"
    status = 503
    message = Text(
        th="เริ่ม Apache Spark ไม่ได้ ({why}) ตรวจว่ามี Java 17 ขึ้นไปและ spark.master ชี้ไปยังคลัสเตอร์ที่เปิดอยู่",
        en="Apache Spark did not start ({why}); check for Java 17 or later, and that spark.master names a cluster that runs",
    )


class WorkFailed(SalaError):
    """A machine of the cluster failed at its share, and so did those that tried it again."""

    code = "cluster-work-failed"
    status = 500
    message = Text(
        th="คลัสเตอร์คำนวณไม่สำเร็จ ({why}) ตรวจว่าทุกเครื่องมี Sala รุ่นเดียวกัน และเปิดแฟ้มประชากรจากที่เดียวกันได้",
        en="The cluster could not finish ({why}); check that every machine has the same Sala and can open the population "
        "at the same address",
    )
