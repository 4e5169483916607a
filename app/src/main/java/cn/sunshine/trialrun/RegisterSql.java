package cn.sunshine.trialrun;

/**
 * Reads households with what the comparison files say about their persons and the doubts that were
 * investigated: number, region, persons, income in fen, assets, doubts. All take the bounds of the
 * region's code.
 */
final class RegisterSql {

  /** Who is registered, and who belongs to them. */
  private static final String REGISTERED =
      """
      with here as materialized (
        select id, number, case_id, region, persons, head_id_number,
          (yearly_income * 100)::bigint as income
        from household where status = 'ACTIVE' and region ~>=~ ? and region ~<~ ?),
      person as (
        select id as household, head_id_number as id_number from here
        union all
        select m.household, m.id_number from household_member m join here on here.id = m.household)
      """;

  /** The last application of each head of a household. */
  private static final String LATEST =
      """
      with bounds as (select ?::text as low, ?::text as high),
      latest as (
        select distinct on (data->'head'->>'idNumber') id, region, status, data,
          data->'head'->>'idNumber' as head_id_number
        from casefile, bounds
        where process = 'household-admission' and region ~>=~ low and region ~<~ high
        order by data->'head'->>'idNumber', started_at desc, id desc),
      """;

  /**
   * Whose last application was refused and who has not come into the register in another way; the
   * income is the one of the application.
   */
  private static final String REFUSED =
      LATEST
          + """
      here as materialized (
        select id, id as number, id as case_id, region, head_id_number, members,
          1 + jsonb_array_length(members) as persons,
          ((data->>'yearlyIncome')::numeric * 100)::bigint as income
        from latest, lateral (
          select case jsonb_typeof(data->'members') when 'array' then data->'members' else '[]' end
            as members) listed
        where status = 'REJECTED' and data->>'yearlyIncome' is not null
          and not exists (select 1 from household h
            where h.status = 'ACTIVE' and h.head_id_number = latest.head_id_number)),
      person as (
        select id as household, head_id_number as id_number from here
        union all
        select here.id, m->>'idNumber' from here cross join jsonb_array_elements(here.members) m)
      """;

  /**
   * Who left, has not come back, and whose last application was not refused; the income is the one
   * of the exit.
   */
  private static final String EXITED =
      LATEST
          + """
      last_exit as (
        select distinct on (head_id_number) household.*
        from household, bounds where status = 'EXITED' and region ~>=~ low and region ~<~ high
        order by head_id_number, exited_on desc, number desc),
      here as materialized (
        select e.id, e.number, e.case_id, e.region, e.persons, e.head_id_number,
          (coalesce((f.data->>'yearlyIncome')::numeric, e.yearly_income) * 100)::bigint as income
        from last_exit e left join casefile f on f.id = e.exit_case
        where not exists (select 1 from household h
            where h.status = 'ACTIVE' and h.head_id_number = e.head_id_number)
          and not exists (select 1 from latest
            where latest.status = 'REJECTED' and latest.head_id_number = e.head_id_number)),
      person as (
        select id as household, head_id_number as id_number from here
        union all
        select m.household, m.id_number from household_member m join here on here.id = m.household)
      """;

  /** Of each asset only the latest state counts, as in a comparison. */
  private static final String FOUND =
      """
      , asset as (
        select household, string_agg(
            item || E'\\x1f' || region || E'\\x1f' || description, E'\\x1e'
            order by id_number, item, region, description, ordinal) as assets
        from (
          select distinct p.household, r.id_number, r.item, r.region, r.description, r.ordinal
          from person p join asset_record r on r.id_number = p.id_number) one
        group by household),
      doubtful as (
        select d.case_id, string_agg(d.item || E'\\x1f' || d.status, E'\\x1e' order by d.position)
          as doubts
        from doubt d join here on here.case_id = d.case_id
        where d.status in ('UPHELD', 'DISMISSED')
          and d.round = (select max(r.round) from doubt_round r where r.case_id = d.case_id)
        group by d.case_id)
      """;

  private static final String JOINED =
      """
      from here
        left join asset on asset.household = here.id
        left join doubtful on doubtful.case_id = here.case_id
      """;

  private static final String ENTRIES =
      FOUND
          + "select here.number, here.region, here.persons, here.income, asset.assets,"
          + " doubtful.doubts "
          + JOINED;

  static final String HOUSEHOLDS = REGISTERED + ENTRIES;

  static final String APPLICANTS = REFUSED + ENTRIES;
  static final String LEFT = EXITED + ENTRIES;

  static final String COUNT_APPLICANTS = REFUSED + "select count(*) from here";
  static final String COUNT_LEFT = EXITED + "select count(*) from here";

  private RegisterSql() {}
}
