-- The calendar of the house, as samling/kernel/workdays.py has it: a day when offices are open.

-- Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876).
create or replace function guard.easter(year int) returns date
  language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  a int := year % 19; b int := year / 100; c int := year % 100;
  h int := (19 * a + b - b / 4 - (8 * b + 13) / 25 + 15) % 30;
  weekday int := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  late int := h + weekday - 7 * ((a + 11 * h + 19 * weekday) / 433);
  month int := (late + 90) / 25;
begin
  return make_date(year, month, (late + 33 * month + 19) % 32);
end $$;

-- No weekend, public holiday (SFS 1989:253) or eve that counts as one. Those that always come at a weekend are not named.
create or replace function guard.is_workday(that date) returns boolean
  language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  weekday int := extract(isodow from that);
  in_year int := extract(month from that) * 100 + extract(day from that);
  from_easter int := that - guard.easter(extract(year from that)::int);
begin
  return weekday < 6
     and in_year <> all (array[101, 106, 501, 606, 1224, 1225, 1226, 1231])
     and from_easter <> all (array[-2, 1, 39])
     and (weekday <> 5 or in_year not between 619 and 625);
end $$;

-- The day itself when offices are open, else the next one that they are.
create or replace function guard.workday_from(that date) returns date
  language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  while not guard.is_workday(that) loop that := that + 1; end loop;
  return that;
end $$;
