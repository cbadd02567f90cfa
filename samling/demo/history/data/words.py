"""What the invented people write and say. `{c}` is the child's name, `{m}` the mentor's, `{g}` a guardian's.

No quotation marks, tabs or line breaks: a sentence is one field of a row.
"""

# Which worlds a concern touches, and what was seen.
CONCERNS = (
    ("{school}", "{c} har suttit ensam på nästan varje rast i två veckor och säger att det inte är roligt ute."),
    ("{child,school}", "{c} somnar på lektionerna före lunch, tre dagar förra veckan. Piggnar till efter maten."),
    ("{school,home}", "{c} kommer 20–40 minuter för sent på måndagar och tisdagar och vill inte prata om varför."),
    ("{child}", "{c} gråter lätt när något inte blir som tänkt. Det har blivit vanligare den senaste månaden."),
    ("{school}", "{c} kommer inte i gång med uppgifter i svenska. Börjar när någon sitter bredvid."),
    ("{child,school}", "{c} har ont i magen och går till skolsköterskan flera gånger i veckan, mest före idrotten."),
    ("{school}", "{c} hamnar i bråk i kön till matsalen. I klassrummet går det bra."),
    ("{home}", "{c} har samma kläder flera dagar och är hungrig på morgonen. Mamma säger att det är mycket nu."),
    ("{school}", "{c} lämnar matten efter tio minuter och sitter i korridoren. Säger att alla andra är klara."),
    ("{child,home}", "{c} sover lite. Berättar om spel till sent och att det är stökigt på kvällarna."),
    ("{school,home}", "Frånvaron har ökat varje vecka sedan terminsstarten, mest fredagar. All är anmäld hemifrån."),
    ("{child,school}", "{c} har slutat räcka upp handen och vill inte läsa högt. I höstas gick det bra."),
)
SAID_HOME = ("Ringde hem samma dag.", "Talades vid vid hämtningen.", "Skrev i läraportalen och ringde dagen efter.",
             "Mamma hade sett samma sak hemma.")  # fmt: skip
SAID_CHILD = ("Jag vill att det ska vara tystare.", "Det är bra på fritids men inte på rasten.", "Jag vet inte varför.",
              "Jag orkar inte när alla tittar.", "", "")  # fmt: skip

# Kind, category, heading, text.
NOTES = (
    ("talk", 9, "Samtal på rasten", "Vi gick ett varv runt skolgården. {c} berättade om en ny kompis i parallellklassen."),
    ("observation", 5, "Svenskan", "{c} satt kvar vid bänken hela passet i dag och skrev en halv sida utan hjälp."),
    ("talk", 14, "Ringde hem", "{g} har sett samma sak hemma och vill gärna att vi provar en lugnare start."),
    ("meeting", 6, "Avstämning i arbetslaget", "Vi fortsätter med korta steg. Alla i laget gör likadant."),
    ("observation", 9, "Matsalen", "{c} stod först i kön och åt i lugn och ro. Inget bråk den här veckan."),
    ("talk", 5, "Läsläxan", "Vi kom överens om att läsa tio minuter i skolan i stället för hemma."),
    ("observation", 4, "Morgnarna", "I tid fyra dagar av fem. Fredagen var svår."),
    ("meeting", 14, "Utvecklingssamtal", "Hemmet är nöjt med att vi hör av oss ofta och vill veta också när det går bra."),
    ("observation", 5, "Matten", "{c} började själv när uppgifterna låg en och en på bordet."),
    ("talk", 9, "Efter bråket", "Vi ritade vad som hände. {c} kunde säga vad som hade hjälpt och vill ha en vuxen nära i kön."),
    ("observation", 4, "Tyst vecka", "Borta måndag och tisdag. {g} ringde båda dagarna. {c} vill komma men får ont i magen vid dörren."),
    ("talk", 14, "Hämtningen", "{g} säger att kvällarna är lugnare nu men att söndagarna är tunga."),
)
SEEN = (
    "Det märks mest vid övergångar: efter rast, efter lunch och när vi byter sal.",
    "När det är lugnt och någon vuxen är nära går det bra. Det blir svårt när gruppen är stor.",
    "Vi har sett det sedan terminens början. Det är inte värre nu, men det går inte över.",
    "Händer tre eller fyra gånger i veckan, nästan alltid före lunch.",
    "Det började efter lovet. Vikarier två veckor i rad gjorde det svårare.",
)
LIKES = (
    "Bygga och rita. Matematik i liten grupp. Har en god vän i parallellklassen.",
    "Läser gärna högt för de yngre. Är hjälpsam och rolig.",
    "Idrott och slöjd. Det går bra när uppgiften har ett tydligt slut.",
    "Djur, särskilt hästar. Berättar gärna för en i taget.",
    "Musik. Trummar takten och lugnar sig av det.",
)
CHILDS = (
    "Jag vill komma in när det inte är så mycket folk.",
    "Jag orkar nästan hela dan om jag får gå ut en gång.",
    "Jag gillar matte. Jag gillar inte när alla tittar.",
    "Jag vill ha någon att vara med på rasten.",
    "Det är lättare när jag vet vad som ska hända.",
    "Jag vill att mamma ska få vila.",
)
# Adaptations with where they are used; how they are said to be done.
ADAPTATIONS = (
    ("ADAPT-STEPS", "lesson", "En uppgift i taget på bordet."), ("ADAPT-FIXED-SEAT", "lesson", "Längst fram vid fönstret."),
    ("ADAPT-SOFT-START", "morning", "Tio minuter före de andra."), ("ADAPT-CHECK-IN", "morning", "Fem minuter med {m} varje morgon."),
    ("ADAPT-BREAK-FRIEND", "break", "Rastkompis två raster om dagen."), ("ADAPT-BREAK-ACTIVITY", "break", "Bandy vid gaveln."),
    ("ADAPT-HELP-TO-START", "lesson", "{m} kommer förbi först."), ("ADAPT-SHORTER", "lesson", "Hälften av talen, samma svårighet."),
    ("ADAPT-MOVE", "all_day", "Ärenden till expeditionen."), ("ADAPT-DAY-PLAN", "all_day", "Dagen i bilder på bänken."),
    ("ADAPT-QUIET-CARD", "lesson", "Kort på bordet, lilla rummet."), ("ADAPT-SHIELD", "lesson", "Skärm på eftermiddagarna."),
    ("ADAPT-WARNING", "change", "Sägs dagen före och strax innan."), ("ADAPT-MEAL", "meal", "Äter först, med en kompis."),
)  # fmt: skip
ASKED_EFFECT = {
    "helped": "{c} säger att det är lugnare då.", "partly": "Hjälper ibland, inte på fredagar.",
    "no": "Ingen skillnad efter fem veckor.", "made_worse": "{c} tycker att det syns för mycket. Vi slutar.",
}  # fmt: skip
PURPOSE = "Att skolan och teamet kan hjälpas åt, så att familjen slipper berätta samma sak flera gånger."
PURPOSES = {"participation": "Frivilligt stöd av teamet för tidiga insatser.",
            "contact_later": "Att ringa och höra hur det gick."}  # fmt: skip
EXCLUDED = ("", "", "Inte mammas sjukskrivning.", "Inte om jobbet.")
WORDS_YES = ("Bra om ni pratar med varandra.", "Ja. Det är skönt att inte behöva berätta igen.", "Ja, men hör av er först.", "")
WORDS_NO = ("Inte nu. Vi vill se om det går över.", "Nej, vi har dålig erfarenhet av det.")
REFERRAL = (
    "Att skoldagen börjar utan gråt och att hemmet och vi gör lika.",
    "Att {c} vågar vara med i gruppen, och att föräldrarna vet vem de ringer.",
    "Att frånvaron minskar innan den blir en vana.",
    "Att {c} orkar hela dagen och har någon att vara med.",
)
REFERRAL_WHY = "Det märks både i skolan och hemma sedan flera månader. Det vi har prövat har hjälpt en bit."
TRIAGE_WHY = {"accepted": "Två håll är berörda och båda vårdnadshavarna vill. Skolan har prövat det som går att göra ensam.",
              "advised": "Det mesta sker på rasterna och har inte prövats där ännu. Det är inget för teamet nu."}  # fmt: skip
TRIAGE_SAYS = {"accepted": "Vi börjar med ett informationsmöte och ringer hem i veckan.",
               "advised": "Pröva en ledd rastaktivitet och rastkompis i sex veckor. Hör av er om det inte vänder."}  # fmt: skip
NO_SAYS = "Familjen vill inte delta nu. De får fråga igen när som helst, och ni fortsätter med det som hjälper."
NO_WHY = "Familjen har tackat nej."
SIP_PURPOSE = "En plan tillsammans med regionen om hur {c} ska må bättre."
SIP_PROMISE = ("looks_into", "om {c} behöver träffa någon här", "look_into", "once")
# What goes along to the next school, part by part, and what was said of it.
GOES_ALONG = {
    "works": ("{c} kommer i gång om det finns ett exempel att titta på.", "Praktiska ämnen går bäst. Då hjälper {c} gärna andra."),
    "adaptations": ("Ett exempel före uppgiften. Lugn plats nära dörren.", "Dagens bilder på bänken, och en kort paus varje timme."),
    "people": ("{c} litar på {m}. En kompis byter inte skola.", "{c} känner någon i den nya klassen sedan förskolan."),
    "child": ("Jag vill inte berätta allt en gång till.", "Fråga mig om det jag gillar först.", "Jag vill veta var jag ska sitta."),
}
SEEN_BY = {"agrees": ("Bra.", "Det stämmer.", ""), "adds": ("Skriv att det behövs besked dagen innan något ändras.",),
           "no": ("Jag vill berätta själv.",), "unreached": ("",)}  # fmt: skip
NEW_SCHOOL = "Blir mentor på den nya skolan."
PLACES = ("Biblioteket", "Ungdomsgården", "Familjecentralen", "Fritidshemmet", "Lilla mötesrummet på Kulturhuset")
NEEDS = ("Helst direkt efter skolan.", "Småsyskon får vara med.", "Gärna på kvällen, pappa jobbar skift.", "")

# Voice, kind, domain, circles, text, what helps.
VIEWS = (
    ("child", "strength", "child.voice", "{child}", "Jag gillar att bygga. Då är det tyst i huvudet.", ""),
    ("child", "worry", "school.environment", "{child,school}", "Det är för högt i kapprummet.", ""),
    ("child", "worry", "child.friends", "{child,school}", "Jag vet inte vem jag ska vara med.", ""),
    ("guardian", "worry", "home.routines", "{child,home}", "Morgnarna slutar ofta i bråk.", "Frukost före kläder."),
    ("guardian", "strength", "home.network", "{home}", "Farmor är nära och hämtar på fredagar.", ""),
    ("guardian", "worry", "child.health", "{child,home}", "{c} sover lite och oroar sig på söndagar.", ""),
    ("staff", "worry", "school.attendance", "{child,school}", "Frånvaron ökar efter helgen.", "Att någon möter vid grinden."),
    ("staff", "strength", "school.learning", "{school}", "{c} kan mycket när det är lugnt.", ""),
    ("staff", "question", "school.organisation", "{school}", "Hur gör vi när ordinarie är borta?", ""),
)
ANALYSIS = ("{c} orkar mest när dagen börjar lugnt och är lik sig. Det svåra är övergången från hem till skola. "
            "Vuxna som vet det behöver inte fråga.")  # fmt: skip

# The child's goal: in own words, then the scale.
GOALS = (
    ("Jag vill gå in genom lilla dörren.", "{c} är i skolan när första lektionen börjar.", "Kommer inte alls på morgonen",
     "I tid en dag av fem", "I tid fyra dagar av fem", "I tid alla dagar", "I tid alla dagar, och säger att det är lugnt"),
    ("Jag vill ha någon att vara med.", "{c} har sällskap på rasterna.", "Ensam alla raster", "Med någon en rast om dagen",
     "Med någon de flesta raster", "Med någon alla raster", "Bjuder själv in andra"),
    ("Jag vill orka hela dan.", "{c} stannar hela skoldagen.", "Går hem före lunch", "Stannar två dagar av fem",
     "Stannar fyra dagar av fem", "Stannar alla dagar", "Stannar alla dagar och går till fritids"),
    ("Jag vill att det är lugnt hemma på morgonen.", "Morgnarna hemma går utan bråk.", "Bråk varje morgon", "Lugnt en morgon i veckan",
     "Lugnt fyra av fem", "Lugnt alla morgnar", "Vi hinner sitta och äta"),
)  # fmt: skip
PLAN_NEEDS = ("Lugna morgnar, och någon som möter.", "En dag som är lik sig, och en vuxen att gå till.",
              "Att hemmet och skolan gör lika, och att någon är med på rasten.")  # fmt: skip
CRISIS = "Ring samordnaren om {c} stannar hemma två dagar i rad."
ASKED_HOW = "Fick visa på skolgården var det är jobbigt."
# Who promises, phrase, the slot, nature, rhythm. A list tells nature and rhythm: no two are the same.
PROMISES = (
    ("mentor", "side_door", "08.10", "setting", "daily"), ("mentor", "day_plan", "bilderna på bänken", "teaching", "daily"),
    ("mentor", "shorter", "matten", "teaching", "needed"), ("mentor", "calls", "varje fredag", "message", "weekly"),
    ("health", "talks", "hur veckan har varit", "talk", "weekly"),
    ("health", "breaks", "bandy vid gaveln", "activity", "twice_weekly"),
    ("guardian", "morning", "frukost före kläder", "routine", "daily"),
    ("guardian", "evening", "ett spel ihop i stället för skärm, tisdag och torsdag", "routine", "twice_weekly"),
    ("team", "home_talk", "lugna morgnar", "talk", "fortnightly"),
    ("team", "looks_into", "vad ungdomsgården kan erbjuda", "look_into", "once"),
)  # fmt: skip
PROMISE_SAID = {"done": ("Det är gjort.", "Fungerar av sig självt nu."), "no_help": ("Vi höll i men det blev ingen skillnad.",),
                "let_go": ("Jag byter tjänst och hinner inte.", "Det behövs inte längre."),
                "going": ("", "Varje dag utom en.", "Det rullar på.")}  # fmt: skip
QUESTION = "Vad behöver {c} för att det ska bli lättare, och vem gör vad?"
POINTS = (("childs", "Vad vill barnet att vi pratar om?"), ("good", "Vad går bra?"), ("hard", "Vad är svårt just nu?"),
          ("do", "Vad gör vi? Vem gör vad, och till när?"), ("next", "Hur ser vi att det hjälper, och när ses vi igen?"))  # fmt: skip
WAY_WORDS = {"all": "Jag vill vara med hela tiden.", "part": "Jag vill vara med i början.", "message": "Jag har ritat. Visa den.",
             "proxy": "Säg att jag vill ha det tystare.", "no": "Jag vill inte. Berätta sen."}  # fmt: skip
WHY_THERE = {"child": "Det är {c} mötet handlar om.", "guardian": "Vet hur det är hemma.", "mentor": "Möter {c} varje dag.",
             "health": "Har träffat {c} varje vecka.", "team": "Håller ihop planen."}  # fmt: skip
LEARNT = {"better": ("Att samma vuxen möter varje morgon gör störst skillnad.", "Lugna övergångar. Vi gör så för hela klassen nu."),
          "unchanged": ("Det vi gjorde räckte inte. Rasterna är fortfarande svåra.", "Hemmet orkade inte mer just nu."),
          "worse": ("Det har blivit svårare. Frånvaron har ökat och hemmet är trött.", "Vi började för sent och för brett."),
          "early": ("Skolan fortsätter själv med det som hjälper.", "Inget mer behövs tillsammans just nu.")}  # fmt: skip
CRITERIA = ("I tid fyra dagar av fem i sex veckor.", "{c} har någon att gå till.", "Hemmet vet vem de ringer.")
STAYS = "Dörren, dagens bilder och samtalet på fredagar är kvar. {m} håller i det."
LAST_CHILD = ("Det är bättre nu.", "Jag vill ha kvar dörren.", "Det är okej.", "")
LAST_HOME = ("Vi vet vem vi ringer.", "Skönt att vara klara, och lite läskigt.", "Vi hade velat ha mer hjälp hemma.", "")
CALLED = {"talked": "Det håller i sig. Frånvaron är låg och {c} har en kompis.", "no_answer": "", "declined": ""}
UNWRITTEN = "{c} behöver en stund på sig innan man frågar något. Börja med det som har gått bra."
# What the team gives at home, what was done one day, and how it went.
GIVEN = (
    ("HOME-MORNING-PLAN", "Vi kommer hem två morgnar i veckan och ritar stegen tillsammans."),
    ("HOME-BEDTIME", "Samma tre saker varje kväll. Vi ringer efter åtta och hör hur det gick."),
    ("HOME-SCREEN-END", "Familjen bestämmer sluttiden innan, vi är med de första gångerna."),
    ("HOME-OWN-TIME", "Tio minuter om dagen. {g} berättar om det när vi ses."),
    ("HOME-FEW-WORDS", "Vi provar tillsammans hemma och pratar om det efteråt."),
)
GIVEN_TITLES = {"HOME-MORNING-PLAN": "Morgonen i bilder", "HOME-BEDTIME": "Samma väg i säng", "HOME-SCREEN-END": "Ett skärmslut som håller",
                "HOME-OWN-TIME": "Tio egna minuter", "HOME-FEW-WORDS": "Få ord, ett i taget"}  # fmt: skip
OCCASIONS = (
    ("observation", "{c} gjorde första steget själv. Det tog tjugo minuter i stället för en timme."),
    ("talk", "{g} säger att det går lättare de dagar ingen har bråttom."),
    ("observation", "Det blev stopp i dag. Vi väntade ut det och började om."),
    ("talk", "Vi pratade om vad som är lagom. {g} vill fortsätta en vecka till."),
    ("observation", "{c} visade hur de gör nu, utan att någon frågade."),
)
HELPS = {
    "helped": ("Vi skriker inte längre på varandra.", "Det har blivit en vana, även på helgen."),
    "partly": ("Bättre på vardagar, svårt på helgen.", "Det går när båda är hemma."),
    "no": ("Ingen skillnad som vi märker.", "Vi orkade inte hålla i det."),
    "made_worse": ("Det blev mer bråk av att vi höll fast vid det.",),
}
GIVEN_STAFF = ("Annika", "Björn", "Camilla", "Daniel", "Elin", "Fredrik", "Gunnel", "Hassan", "Ida", "Jenny", "Klara", "Lars", "Marie",
               "Niklas", "Olivia", "Patrik", "Rebecka", "Stefan", "Therese", "Ulrika", "Viktoria", "Zeinab")  # fmt: skip
SCHOOLS = ("Ekbackaskolan", "Björkhagaskolan", "Lärkskolan", "Strandskolan", "Kvarnskolan", "Hedskolan", "Tallåsskolan", "Ängsskolan")
