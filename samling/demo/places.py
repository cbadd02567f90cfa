"""Lövsjö kommun with Sjöbo, Granby kommun next door, Region Mittland: places and who works there.

The municipality and county codes (99xx, 99) exist nowhere in Sweden.
"""

from samling.kernel.regime import Domain

ORGANISATIONS = {
    "lovsjo": ("municipality", "Lövsjö kommun", "9901", "99"),
    "granby": ("municipality", "Granby kommun", "9902", "99"),
    "mittland": ("region", "Region Mittland", "", "99"),
    "linden": ("private", "Lindens skolor AB", "9901", "99"),
}

# key: organisation, number, name, domain, the branch it hangs on
BRANCHES = {
    "school": ("lovsjo", 1, "Barn- och utbildningsnämnden", Domain.SCHOOL, None),
    "school_medical": ("lovsjo", 2, "Elevhälsans medicinska insats", Domain.SCHOOL_MEDICAL, "school"),
    "school_report": ("lovsjo", 3, "Anmälningar från skolan", Domain.REPORT, "school"),
    "social": ("lovsjo", 4, "Socialnämnden", Domain.SOCIAL, None),
    "lead": ("lovsjo", 5, "Kommunledningskontoret", Domain.NONE, None),
    "sjobo_school": ("lovsjo", 6, "Sjöbo stadsdelsnämnd, skola", Domain.SCHOOL, None),
    "sjobo_social": ("lovsjo", 7, "Sjöbo stadsdelsnämnd, socialtjänst", Domain.SOCIAL, None),
    "granby_school": ("granby", 8, "Granby utbildningsnämnd", Domain.SCHOOL, None),
    "granby_social": ("granby", 9, "Granby socialnämnd", Domain.SOCIAL, None),
    "health": ("mittland", 10, "Hälso- och sjukvårdsnämnden", Domain.HEALTH, None),
    "linden_school": ("linden", 11, "Lindens skola", Domain.PRIVATE_SCHOOL, None),
}

# key: branch, kind, name, phone, hours
UNITS = {
    "norrskolan": ("school", "school", "Norrskolan", "0522-69 01 00", "vardagar 7.30–16"),
    "soderskolan": ("school", "school", "Söderskolan", "0522-69 02 00", "vardagar 7.30–16"),
    "lingonet": ("school", "preschool", "Förskolan Lingonet", "0522-69 03 00", "vardagar 6.30–17.30"),
    "lotsen_school": ("school", "team", "Teamet Lotsen, skola", "0522-69 00 00", "vardagar 8–16"),
    "lotsen_social": ("social", "team", "Teamet Lotsen, socialtjänst", "0522-69 00 00", "vardagar 8–16"),
    "emi": ("school_medical", "office", "Skolhälsovården", "0522-69 04 00", "vardagar 8–15"),
    "reports": ("school_report", "office", "Anmälningar, Norrskolan", "", ""),
    "reception": ("social", "office", "Socialtjänstens mottagning", "0522-69 05 00", "vardagar 8–16.30"),
    "townhall": ("lead", "office", "Stadshuset", "0522-69 00 10", "vardagar 8–16"),
    "sjobo": ("sjobo_school", "school", "Sjöbo skola", "0522-69 06 00", "vardagar 7.30–16"),
    "sjobo_reception": ("sjobo_social", "office", "Sjöbo familjeenhet", "0522-69 07 00", "vardagar 8–16"),
    "granbyskolan": ("granby_school", "school", "Granbyskolan", "0523-10 01 00", "vardagar 7.30–16"),
    "granby_reception": ("granby_social", "office", "Granby mottagning", "0523-10 05 00", "vardagar 8–16"),
    "bvc": ("health", "office", "BVC Lövsjö", "0522-70 01 00", "vardagar 8–16"),
    "bup": ("health", "office", "BUP Mittland", "0522-70 02 00", "vardagar 8–16"),
    "linden": ("linden_school", "school", "Lindens skola", "0522-30 00 00", "vardagar 8–16"),
}

# Where concern reports are received: organisation, municipality, name, phone, hours, other hours, address
REPORT_CONTACTS = (
    (
        "lovsjo",
        "9901",
        "Socialtjänstens mottagning i Lövsjö",
        "0522-69 05 00",
        "vardagar 8–16.30",
        "0522-69 05 99",
        "Storgatan 1, Lövsjö",
    ),
    (
        "granby",
        "9902",
        "Granby mottagning för barn och unga",
        "0523-10 05 00",
        "vardagar 8–16",
        "0523-10 05 99",
        "Torget 2, Granby",
    ),
)

# key: given name, family name, capacities (unit, role, title)
STAFF = {
    "gunilla": ("Gunilla", "Norén", [("norrskolan", "head_teacher", "rektor")]),
    "bosse": ("Bo", "Ahl", [("norrskolan", "deputy_head", "biträdande rektor")]),
    "petra": ("Petra", "Ek", [("norrskolan", "mentor", "klasslärare 4B")]),
    "maja": ("Maja", "Björk", [("norrskolan", "mentor", "klasslärare 3A")]),
    "david": ("David", "Holm", [("norrskolan", "mentor", "mentor 9C")]),
    "jonas": ("Jonas", "Wik", [("norrskolan", "leisure_staff", "fritidspedagog")]),
    "amir": ("Amir", "Rostami", [("norrskolan", "school_counsellor", "skolkurator")]),
    "sofia": ("Sofia", "Lund", [("norrskolan", "school_psychologist", "skolpsykolog")]),
    "cecilia": ("Cecilia", "Bratt", [("norrskolan", "special_educator", "specialpedagog")]),
    "eva": ("Eva", "Sjö", [("emi", "school_nurse", "skolsköterska")]),
    "maria": (
        "Maria",
        "Lind",
        [("lotsen_social", "tsi_member", "socionom"), ("lotsen_school", "tsi_member", "socionom")],
    ),
    "helen": ("Helen", "Dahl", [("lotsen_school", "tsi_member", "specialpedagog")]),
    "karin": ("Karin", "Berg", [("lotsen_social", "unit_head", "enhetschef")]),
    "kerstin": ("Kerstin", "Falk", [("reception", "unit_head", "enhetschef")]),
    "tomas": ("Tomas", "Hed", [("reception", "social_worker", "socialsekreterare")]),
    "ingrid": (
        "Ingrid",
        "Stål",
        [("townhall", "sysadmin", "systemadministratör"), ("norrskolan", "secrecy_officer", "jurist")],
    ),
    "henrik": ("Henrik", "Vass", [("townhall", "programme_lead", "projektledare")]),
    "ylva": ("Ylva", "Rask", [("townhall", "dpo", "dataskyddsombud")]),
    "rigmor": ("Rigmor", "Tell", [("townhall", "records_officer", "registrator")]),
    "olof": ("Olof", "Grahn", [("soderskolan", "head_teacher", "rektor")]),
    "ulf": ("Ulf", "Strand", [("soderskolan", "mentor", "klasslärare 5A")]),
    "rut": ("Rut", "Alm", [("lingonet", "preschool_head", "rektor")]),
    "fatima": ("Fatima", "Said", [("lingonet", "preschool_teacher", "förskollärare")]),
    "birgitta": ("Birgitta", "Ros", [("bvc", "child_health_nurse", "BVC-sjuksköterska")]),
    "pia": ("Pia", "Nord", [("bvc", "care_head", "verksamhetschef")]),
    "samir": ("Samir", "Haddad", [("bup", "camhs", "psykolog")]),
    "gun": ("Gun", "Öst", [("granbyskolan", "mentor", "klasslärare 4A")]),
    "sten": ("Sten", "Åberg", [("granbyskolan", "head_teacher", "rektor")]),
    "hanna": ("Hanna", "Vik", [("granby_reception", "social_worker", "socialsekreterare")]),
    "lisa": ("Lisa", "Lindh", [("linden", "head_teacher", "rektor")]),
    "per": ("Per", "Sand", [("sjobo", "mentor", "klasslärare 2A")]),
}

# key: unit, class, given name, family name, born, mentor
PUPILS = {
    "adam": ("norrskolan", "4B", "Adam", "Hassan", "2015-03-14", "petra"),
    "elsa": ("norrskolan", "3A", "Elsa", "Karlsson", "2016-05-02", "maja"),
    "noor": ("norrskolan", "4B", "Noor", "Aziz", "2015-09-21", "petra"),
    "sam": ("norrskolan", "6A", "Sam", "Lövgren", "2012-11-21", "petra"),
    "ines": ("norrskolan", "9C", "Ines", "Marković", "2009-08-30", "david"),
    "vera": ("norrskolan", "3A", "Vera", "Palm", "2016-01-17", "maja"),
    "viggo": ("norrskolan", "4B", "Viggo", "Palm", "2015-02-11", "petra"),
    "leo": ("norrskolan", "4B", "Leo", "Åström", "2015-06-06", "petra"),
    "ebba": ("norrskolan", "4B", "Ebba", "Ögren", "2015-12-01", "petra"),
    "mio": ("lingonet", "Blåbär", "Mio", "Hassan", "2021-04-09", "fatima"),
    "tindra": ("soderskolan", "5A", "Tindra", "Sjögren", "2014-07-19", "ulf"),
    "alva": ("granbyskolan", "4A", "Alva", "Hult", "2015-10-10", "gun"),
    "moa": ("norrskolan", "6A", "Moa", "Lindqvist", "2013-02-24", "petra"),
}

# child: (given, family, relation, custody, evidence, phone, language, interpreter)
GUARDIANS = {
    "adam": [
        ("Hodan", "Hassan", "mamma", "joint", "folkbokföringen", "070-174 06 01", "so", "somaliska"),
        ("Ali", "Hassan", "pappa", "joint", "folkbokföringen", "070-174 06 02", "so", "somaliska"),
    ],
    "elsa": [
        ("Anna", "Karlsson", "mamma", "joint", "folkbokföringen", "070-174 06 03", "sv", ""),
        ("Mattias", "Karlsson", "pappa", "joint", "folkbokföringen", "070-174 06 04", "sv", ""),
    ],
    "noor": [("Rana", "Aziz", "mamma", "sole", "tingsrättens dom", "070-174 06 05", "ar", "arabiska")],
    "sam": [("Lena", "Lövgren", "mamma", "sole", "folkbokföringen", "070-174 06 06", "sv", "")],
    "ines": [
        ("Dragan", "Marković", "pappa", "joint", "folkbokföringen", "070-174 06 07", "sv", ""),
        ("Mila", "Marković", "mamma", "joint", "folkbokföringen", "070-174 06 08", "sv", ""),
    ],
    "vera": [("Tova", "Palm", "mamma", "sole", "folkbokföringen", "070-174 06 09", "sv", "")],
    "viggo": [("Tova", "Palm", "mamma", "sole", "folkbokföringen", "070-174 06 09", "sv", "")],
    "ebba": [
        ("Anna", "Karlsson", "mamma", "joint", "folkbokföringen", "070-174 06 03", "sv", ""),
        ("Erik", "Ögren", "pappa", "joint", "folkbokföringen", "070-174 06 13", "sv", ""),
    ],
    "mio": [
        ("Hodan", "Hassan", "mamma", "joint", "folkbokföringen", "070-174 06 01", "so", "somaliska"),
        ("Ali", "Hassan", "pappa", "joint", "folkbokföringen", "070-174 06 02", "so", "somaliska"),
    ],
    "tindra": [("Jenny", "Sjögren", "mamma", "sole", "folkbokföringen", "070-174 06 10", "sv", "")],
    "alva": [("Stina", "Hult", "mamma", "sole", "folkbokföringen", "070-174 06 11", "sv", "")],
    "moa": [("Erik", "Lindqvist", "pappa", "sole", "folkbokföringen", "070-174 06 12", "sv", "")],
    "leo": [("Karin", "Åström", "mamma", "sole", "folkbokföringen", "070-174 06 13", "sv", "")],
}
