"""Staff, branches and units."""

from .stage import done, refused, told

MAY_NOT = "Your role may not add staff."
ADD = "guard.add_person('{}', '{}', 'k')"
ONLY = "Only the system administrator changes branches and units."
BRANCH = "guard.add_branch(:{org}_org, '{name}', '{domain}', {on}) as made"
HANGS = "School health and the report compartment hang on a school branch, and no other does."
UNIT = "guard.add_unit(:{}, 'school', '{}', '9901', '', '') as made"


def branch(org: str = "lovsjo", name: str = "Ny", domain: str = "school", on: str = "null") -> str:
    return BRANCH.format(org=org, name=name, domain=domain, on=on)


DEEDS = [
    done("a head teacher adds staff", f"gunilla: {ADD.format(' Bo ', 'Ek')} as made",
         "db: select given_name, family_name, is_staff_member from people_person where id = :made", "Bo/Ek/yes"),
    done("a system administrator does", f"ingrid: {ADD.format('Bo', 'Ek')} as made",
         "db: select given_name from people_person where id = :made", "Bo"),
    refused("a mentor does not", f"petra: {ADD.format('Bo', 'Ek')}", MAY_NOT),
    refused("nobody does not", f"nobody: {ADD.format('Bo', 'Ek')}", MAY_NOT),
    refused("a person has a given name", f"gunilla: {ADD.format(' ', 'Ek')}", "A person has a name."),
    refused("and a family name", f"gunilla: {ADD.format('Bo', ' ')}", "A person has a name."),
    told("the tests are not in a house of real people", "petra: guard.is_real()", "no"),
    # -- branches and units ------------------------------------------------------------------------------------------
    done("the system administrator adds a branch with the next number", f"ingrid: {branch()}",
         "db: select number, domain, hangs_on_id from people_branch where id = :made", "12/school/-"),
    done("one for school health hangs on a school", f"ingrid: {branch(domain='school_medical', on=':sjobo_school')}",
         "db: select number, domain, hangs_on_id from people_branch where id = :made", "12/school_medical/sjobo_school"),
    done("a municipality without children has one too", f"ingrid: {branch(domain='none')}",
         "db: select number, domain, hangs_on_id from people_branch where id = :made", "12/none/-"),
    refused("a head teacher adds none", f"gunilla: {branch()}", ONLY),
    refused("nor does a system administrator in another organisation", f"ingrid: {branch('mittland')}", ONLY),
    refused("a branch has a name", f"ingrid: {branch(name=' ')}", HANGS),
    refused("and a known kind", f"ingrid: {branch(domain='police')}", HANGS),
    refused("school health hangs on something", f"ingrid: {branch(domain='school_medical')}", HANGS),
    refused("a school hangs on nothing", f"ingrid: {branch(on=':school')}", HANGS),
    refused("nothing hangs on another organisation's school",
            f"ingrid: {branch(domain='school_medical', on=':granby_school')}", HANGS),
    refused("nor on social services", f"ingrid: {branch(domain='school_medical', on=':social')}", HANGS),
    refused("nor on what is no branch", f"ingrid: {branch(domain='report', on=':adam')}", HANGS),
    done("the system administrator adds a unit", f"ingrid: {UNIT.format('school', 'Ny')}",
         "db: select branch_id, name from people_unit where id = :made", "school/Ny"),
    refused("a mentor adds none", f"petra: {UNIT.format('school', 'Ny')}", ONLY),
    refused("nor does one in another organisation", f"ingrid: {UNIT.format('health', 'Ny')}", ONLY),
    refused("a unit has a name", f"ingrid: {UNIT.format('school', ' ')}", "A unit has a name."),
    refused("a unit belongs to a branch", f"ingrid: {UNIT.format('adam', 'Ny')}", ONLY),
    told("nobody who is not signed in knows who works here", "nobody: select id from people_person", ""),
    told("nor where", "nobody: select id from people_capacity", ""),
]  # fmt: skip
