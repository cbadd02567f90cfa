select format('schema %s %s %s %s', nspname, nspowner::regrole, (select array_agg(a::text order by a::text) from unnest(nspacl) a),
  obj_description(oid, 'pg_namespace')) from pg_namespace where nspname in ('public', 'guard')

select format('extension %s %s', extname, extversion) from pg_extension

select format('default rights %s %s %s', defaclrole::regrole, defaclobjtype, (select array_agg(a::text order by a::text) from unnest(defaclacl) a))
from pg_default_acl

select format('relation %s %s %s %s %s %s %s', c.oid::regclass, relkind, relowner::regrole, relrowsecurity, relforcerowsecurity, relpersistence,
  (select array_agg(a::text order by a::text) from unnest(relacl) a))
from pg_class c where relnamespace in ('public'::regnamespace, 'guard'::regnamespace) and relkind not in ('i', 'c')

select format('column %s.%s %s %s %s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,
  pg_get_expr(adbin, adrelid), (select array_agg(a::text order by a::text) from unnest(attacl) a))
from pg_attribute t join pg_class c on c.oid = attrelid left join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
where relnamespace in ('public'::regnamespace, 'guard'::regnamespace) and relkind not in ('i', 'S') and attnum > 0 and not attisdropped

select format('constraint %s %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated)
from pg_constraint where connamespace in ('public'::regnamespace, 'guard'::regnamespace)

select format('index %s', indexdef) from pg_indexes where schemaname in ('public', 'guard')

select format('trigger %s %s', pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal

select format('policy %s %s %s %s %s: %s: %s', tablename, policyname, permissive, roles, cmd, qual, with_check) from pg_policies

select format('function %s %s %s', pg_get_functiondef(p.oid), proowner::regrole, (select array_agg(a::text order by a::text) from unnest(proacl) a))
from pg_proc p where pronamespace in ('public'::regnamespace, 'guard'::regnamespace) and prokind <> 'a'
and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')

select format('type %s %s %s', t.oid::regtype, typtype, (select string_agg(enumlabel, ' ' order by enumsortorder) from pg_enum where enumtypid = t.oid))
from pg_type t where typnamespace in ('public'::regnamespace, 'guard'::regnamespace)

select format('migration %s.%s', app, name) from public.django_migrations

select format('right of a role %s', to_jsonb(r) - 'id' - 'from_at') from public.people_roleright r where until_at is null
