"""Names for the pupils whom the stories do not name. Telephone numbers are from the series for fiction."""

# fmt: off
GIVEN = (
    "Alma", "Hugo", "Saga", "Elis", "Lova", "Nils", "Amira", "Otto", "Signe", "Yusuf", "Tuva",
    "Melvin", "Freja", "Ali", "Astrid", "Love", "Leila", "Axel", "Ines", "Viktor", "Svea", "Omar",
    "Edith", "Malte", "Zahra", "Loke", "Ella", "Ville", "Nova", "Ibrahim", "Juni", "Theo", "Maja",
    "Albin", "Hanna", "Isak", "Molly", "Samuel", "Ellen", "Jonathan", "Agnes", "Milo", "Stella",
    "Rasmus", "Nora", "Tage", "Bianca", "Sixten", "Livia", "Kasper", "Märta", "Emil", "Åse",
    "Folke", "Ronja", "Tim", "Vilda", "Adrian", "Hilma", "Benjamin",
)
FAMILY = (
    "Andersson", "Berglund", "Ceder", "Dahlin", "Ek", "Forsman", "Granlund", "Hedin", "Isaksson",
    "Jonsson", "Kaya", "Lindgren", "Mårtensson", "Nyberg", "Olsson", "Pettersson", "Rahimi",
    "Sandell", "Thorell", "Ullman", "Viklund", "Warsame", "Yilmaz", "Åkesson", "Ängmark", "Östlund",
    "Blom", "Farah", "Hultin", "Kovač", "Lindh", "Moberg", "Nordin", "Palmér", "Rask", "Sjöberg",
    "Tesfay", "Vesterlund", "Öhman", "Ågren",
)
MOTHERS = ("Karin", "Sofia", "Nadia", "Emma", "Fatma", "Lisa", "Maria", "Sara", "Helena", "Amal")
FATHERS = ("Johan", "Mehmet", "Erik", "Daniel", "Karim", "Mikael", "Anders", "Peter", "Abdi", "Jonas")
# fmt: on

# Class: unit, mentor, born in, how many more pupils than the stories name.
CLASSES = {
    "4B": ("norrskolan", "petra", 2015, 16),
    "3A": ("norrskolan", "maja", 2016, 15),
    "9C": ("norrskolan", "david", 2010, 14),
    "5A": ("soderskolan", "ulf", 2014, 12),
    "Blåbär": ("lingonet", "fatima", 2021, 8),
}
EMAIL = {
    "lovsjo": "lovsjo.example",
    "granby": "granby.example",
    "mittland": "mittland.example",
    "linden": "linden.example",
}
