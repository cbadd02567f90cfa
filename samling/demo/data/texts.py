"""What the people of the fictional world write and say."""

# Which worlds it touches, and what was seen.
CONCERNS = (
    (
        ["school"],
        "Har suttit ensam på nästan varje rast de senaste två veckorna. Säger att det inte är roligt ute.",
    ),
    (
        ["child", "school"],
        "Somnar på lektionerna före lunch, tre dagar förra veckan. Piggnar till efter maten.",
    ),
    (
        ["school", "home"],
        "Kommer 20–40 minuter för sent på måndagar och tisdagar. Vill inte prata om varför.",
    ),
    (["child"], "Gråter lätt när något inte blir som tänkt. Det har blivit vanligare sedan höstlovet."),
    (["school"], "Kommer inte i gång med uppgifter i svenska. Börjar när någon sitter bredvid."),
    (
        ["child", "school"],
        "Har ont i magen och går till skolsköterskan flera gånger i veckan, mest före idrotten.",
    ),
    (["school"], "Hamnar i bråk i kön till matsalen. I klassrummet går det bra."),
    (["home"], "Har samma kläder flera dagar och är hungrig på morgonen. Mamma säger att det är mycket nu."),
    (
        ["child", "home"],
        "Pratar inte med vuxna på förskolan men leker med två kamrater. Hemma pratar barnet som vanligt.",
    ),
    (["school"], "Frånvaro 18 procent sedan skolstarten, mest fredagar. All frånvaro är anmäld hemifrån."),
)

SEEN = (
    "Det märks mest vid övergångar: efter rast, efter lunch och när vi byter sal.",
    "När det är lugnt och någon vuxen är nära går det bra. Det blir svårt när gruppen är stor.",
    "Vi har sett det sedan terminens början. Det är inte värre nu, men det går inte över.",
    "Händer tre eller fyra gånger i veckan, nästan alltid före lunch.",
)
WORKS = (
    "Bygga och rita. Matematik i liten grupp. Har en god vän i parallellklassen.",
    "Läser gärna högt för de yngre. Är hjälpsam och rolig.",
    "Idrott och slöjd. Det går bra när uppgiften har ett tydligt slut.",
    "Sagostunden och allt som har med djur att göra.",
)
# The child's own words, as they were said.
WORDS = (
    "Jag vill komma in när det inte är så mycket folk.",
    "det är bra på fritids men på rasten vet jag inte vem jag ska vara med",
    "Jag orkar nästan hela dan om jag får gå ut en gång.",
    "Fröken förstår mig. Men dom andra är så högljudda.",
    "Jag vill att mamma ska få vila.",
    "Jag gillar matte. Jag gillar inte när alla tittar.",
)
# Adaptation's code, how it went, in how many weeks.
TRIED = (
    (("ADAPT-STEPS", "helped", 4), ("ADAPT-FIXED-SEAT", "no", 3)),
    (("ADAPT-SOFT-START", "partly", 3), ("ADAPT-CHECK-IN", "helped", 5)),
    (("ADAPT-BREAK-FRIEND", "partly", 4), ("ADAPT-BREAK-ACTIVITY", "helped", 2)),
    (("ADAPT-HELP-TO-START", "helped", 6), ("ADAPT-SHORTER", "partly", 6), ("ADAPT-SHIELD", "no", 2)),
    (("ADAPT-MOVE", "helped", 3),),
    (("ADAPT-DAY-PLAN", "partly", 4), ("ADAPT-QUIET-CARD", "not_evaluated", 1)),
)
NEXT = ("ADAPT-CHECK-IN", "ADAPT-SOFT-START", "ADAPT-MOVE", "ADAPT-BREAK-ACTIVITY", "ADAPT-CLEAR-FRAME")

# Kind, category (kernel/categories.py by name), heading, text.
NOTES = (
    (
        "talk",
        "RELATIONS",
        "Samtal på rasten",
        "Vi gick ett varv runt skolgården. Berättade om en ny kompis i 4A.",
    ),
    (
        "observation",
        "LEARNING",
        "Svenskan",
        "Satt kvar vid bänken hela passet i dag. Skrev en halv sida själv.",
    ),
    (
        "talk",
        "HOME",
        "Ringde hem",
        "Mamma har sett samma sak hemma. Hon vill gärna att vi provar en lugnare start.",
    ),
    (
        "meeting",
        "ADAPTATIONS",
        "Avstämning i arbetslaget",
        "Vi fortsätter med korta steg. Alla i laget gör likadant.",
    ),
    (
        "observation",
        "RELATIONS",
        "Matsalen",
        "Stod först i kön och åt i lugn och ro. Inget bråk den här veckan.",
    ),
    ("talk", "LEARNING", "Läsläxan", "Vi kom överens om att läsa tio minuter i skolan i stället för hemma."),
    ("observation", "ATTENDANCE", "Morgnarna", "I tid fyra dagar av fem. Fredagen var svår."),
    (
        "meeting",
        "HOME",
        "Utvecklingssamtal",
        "Hemmet är nöjt med att vi hör av oss ofta. De vill veta när det går bra också.",
    ),
)
PURPOSE = "Att skolan och teamet kan hjälpas åt, så att familjen slipper berätta samma sak flera gånger."
QUESTION = "Hur kan morgnarna bli lättare, hemma och i skolan?"
NAMELESS = "Ett barn på väg till förskoleklass sover dåligt. Hur tar ni emot ett barn som behöver lugn?"

# What heads ask the team, and what the team answers.
REFERRAL = "Att Adam kommer in lugnt på morgonen och stannar hela dagen, även på fredagar."
REFERRALS = (
    "Att skoldagen börjar utan gråt och att hemmet och vi gör lika.",
    "Att barnet vågar vara med i gruppen, och att föräldrarna vet vem de ringer.",
    "Att frånvaron minskar innan den blir en vana.",
)
REFERRAL_WHY = "Det märks både i skolan och hemma sedan flera månader. Det vi har prövat har hjälpt en bit."
TRIAGE_WHY = "Två håll är berörda och båda vårdnadshavarna vill. Skolan har prövat det som går att göra ensam."
TRIAGE_YES = "Vi börjar med ett informationsmöte. Maria ringer Hodan och Ali i veckan."
HELPED_YES = "Vi börjar med ett informationsmöte. Maria ringer hem i veckan."
HELPED_NEEDS = "Direkt efter skolan går bra."
POINTED_WHY = "Barnet behöver samtal hos vården. Det är inget teamet kan ge."
POINTED = "Vi har ringt första linjen och väntar på deras ja. Till dess är frågan kvar hos oss. Fortsätt med det som hjälper."
POINTED_TO = "Första linjen, Region Mittland"
LACKING = "Första linjen har fem månaders väntetid till samtal för barn under tolv."
WELCOME_NEEDS = "Ali jobbar kväll. Helst direkt efter skolan, och Mio får vara med."
WELCOME_SAID = {"Hodan": "Bra att det är samma personer hela tiden.", "Adam": "Okej om jag får säga ifrån."}
