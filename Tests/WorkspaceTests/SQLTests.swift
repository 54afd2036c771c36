import DataModel
import Diagnostics
import Testing

/// `sql`: one SELECT over what is loaded, and nothing else.
struct SQLTests {
  private func desk() throws -> Desk {
    let desk = try Desk(
      [
        "t.csv": csv(
          "id,time,channel,amount", "a,2026-01-01,Chat,1.5", "b,2026-01-02,chat,", "c,2026-01-03,chat,3"),
        "secret.csv": "word\nsesame\n",
      ],
      "load tickets \"t.csv\" as tt")
    return desk
  }

  @Test func questions() throws {
    let desk = try desk()
    #expect(try desk.rows("sql \"select count(*) as n from events\"") == ["3"])
    // As everywhere, one spelling for each value.
    #expect(
      try desk.rows("sql \"select channel, count(*), sum(amount) from events group by all\"") == [
        "chat|3|4.5"
      ])
    #expect(try desk.rows("sql \"select id from tt where amount > 2\"") == ["c"])
    #expect(try desk.rows("sql \"with x as (select * from events) select max(id) from x\"") == ["c"])
    #expect(try desk.rows("sql \"select i from range(3) t(i) order by i\"") == ["0", "1", "2"])
    #expect(
      try desk.rows(
        "sql \"select e.id from events e join tt on tt.id = e.id where e.id in (select id from tt) order by 1\""
      )
        == ["a", "b", "c"])
    #expect(try desk.rows("sql \"select id from events\" | top 1 by id") == ["c"])
  }

  @Test func mistakesAreShown() throws {
    let desk = try desk()
    #expect(desk.mistake("sql \"selec 1\"").hasPrefix("not-a-select"))
    #expect(desk.mistake("sql \"select chanel from events\"").contains("chanel"))
    #expect(desk.mistake("sql \"select * from event\"").contains("events"))
    #expect(desk.mistake("sql \"\"") != "no mistake")
    let candidates = desk.mistake("sql \"select sum(channel) from events\"")
    #expect(
      candidates.contains("casts. Candidate functions: sum(arg ") && candidates.contains("; sum(arg ")
        && !candidates.contains("\n"), "\(candidates)")
    #expect(desk.mistakes("sql \"select chanel from events\"").first?.span != nil)
  }

  /// Neither files nor the engine's own tables, however they are named.
  @Test func nothingElseIsRead() throws {
    let desk = try desk()
    let secret = desk.folder + "/secret.csv"
    let texts = [
      "select * from '\(secret)'", "select * from read_csv('\(secret)')",
      "select * from read_csv_auto('\(secret)')",
      "select * from read_text('\(secret)')", "select * from read_blob('\(secret)')",
      "select * from read_json('\(secret)')",
      "select * from read_ndjson_objects('\(secret)')", "select * from read_parquet('\(secret)')",
      "select * from parquet_scan('\(secret)')",
      "select * from glob('\(desk.folder)/*')", "select * from sniff_csv('\(secret)')",
      "select * from query('select 1')",
      "select * from query_table('\(secret)')", "select * from query_table(['\(secret)'])",
      "with \\\"\(secret)\\\" as (select 1) select 1 where 1 in (select 2 from '\(secret)')",
      "select * from (with \\\"\(secret)\\\" as (select 1 as word) select 1) a, '\(secret)' b",
      "select (with \\\"\(secret)\\\" as (select 1 as word) select 1), word from '\(secret)'",
      "select * from events where id in (select word from '\(secret)')",
      "select (select word from '\(secret)')",
      "select * from events union all select * from '\(secret)'", "from '\(secret)'",
      "from '\(secret)' select word",
      "select * from duckdb_settings()", "select * from information_schema.tables",
      "select * from duckdb_tables",
      "select * from sqlite_master", "select * from pg_catalog.pg_class", "select * from source_1",
      "show tables",
      "summarize '\(secret)'", "select * from (describe '\(secret)')",
      "select * from (summarize '\(secret)')",
      "select * from (pivot '\(secret)' on word)", "pivot '\(secret)' on word",
      "select * from (unpivot '\(secret)' on word)",
      "select * from events, lateral (select * from '\(secret)')",
      "select * from events positional join '\(secret)'",
      "with recursive r as (select word from '\(secret)' union all select word from r where false) select * from r",
      "select list(word) from (values (1)) v(x), '\(secret)'", "select exists (from '\(secret)')",
      "select [w for w in (select list(word) from '\(secret)')]",
      "select * from getenv('HOME')", "select * from duckdb_secrets()", "select * from pragma_version()",
      "table '\(secret)'", "select columns(*) from '\(secret)'",
      "select * from json_execute_serialized_sql('{}')",
      "select * from which_secret('a', 'b')", "select * from duckdb_logs", "select * from test_all_types()",
    ]
    for text in texts {
      let found = desk.mistake("sql \"\(text)\"")
      #expect(found != "no mistake", "\(text)")
    }
    #expect(try desk.rows("show tickets") == ["3"])
  }

  @Test func nothingIsChanged() throws {
    let desk = try desk()
    let out = desk.folder + "/out.csv"
    let texts = [
      "delete from tt", "drop table source_1", "insert into source_1 select * from source_1",
      "update source_1 set id = 'x'",
      "create table x as select 1", "create or replace view events as select 1",
      "copy (select 1) to '\(out)'",
      "copy source_1 to '\(out)'", "attach '\(desk.folder)/x.db'", "install httpfs", "load httpfs",
      "set threads = 1",
      "pragma enable_profiling", "export database '\(desk.folder)'", "select 1; drop table source_1",
      "select 1; select 2",
      "call pragma_version()", "explain analyze delete from source_1", "begin", "checkpoint", "vacuum",
      "use memory",
      "with d as (delete from source_1 returning *) select * from d", "alter table source_1 rename to x",
      "reset threads",
      "prepare p as select 1", "execute p", "detach memory", "truncate source_1",
      "merge into source_1 using source_1 s on true when matched then delete",
    ]
    for text in texts {
      let found = desk.mistake("sql \"\(text)\"")
      #expect(found != "no mistake", "\(text)")
    }
    #expect(try desk.rows("show tickets") == ["3"])
    #expect(try desk.rows("sql \"select count(*) from events\"") == ["3"])
  }

  /// A column whose values only look like the parser's tree lets nothing through.
  @Test func textsThatLookLikeTheTree() throws {
    let desk = try desk()
    let secret = desk.folder + "/secret.csv"
    #expect(
      desk.mistake("sql \"select '\\\"key\\\":\\\"\(secret)\\\"' from '\(secret)'\"")
        != "no mistake")
    #expect(
      desk.mistake("sql \"select 1 as \\\"key\\\", '\(secret)' as k from '\(secret)'\"")
        != "no mistake")
    #expect(try desk.rows("sql \"select 'error:true' as a\"") == ["error:true"])
    #expect(try desk.rows("sql \"select '\\\"error\\\":true' as a\"") == ["\"error\":true"])
  }

  /// A row of JSON has each name once.
  @Test func namesThatStandTwiceAreToldApart() throws {
    let table = try desk().table("sql \"select 1 as x, 2 as x, 3 as x_2, 4 as x, 5 as y\"")
    #expect(table.columns.map(\.name) == ["x", "x_3", "x_2", "x_4", "y"])
    #expect(
      table.notes == [
        "Another column is named x too; this one is shown as x_3.",
        "Another column is named x too; this one is shown as x_4.",
      ])
  }

  @Test func everyTypeIsShown() throws {
    let desk = try desk()
    #expect(
      try desk.rows(
        "sql \"select 1 as i, 1.5 as d, true as b, date '2026-01-02' as day, null as n, 'x' as t, [1, 2] as l, interval 1 day as v\""
      )[0]
      .hasPrefix("1|1.5|true|2026-01-02T00:00:00UTC|-|x|"))
    let nested = [
      "[1, null, 2] as l": "[1,null,2]",
      #"{a: 1.50::decimal(9,2), b: 'q\"x'} as s"#: #"{"a":1.50,"b":"q\"x"}"#,
      "map {'k': [true]} as m": #"[{"key":"k","value":[true]}]"#,
      "[date '2026-01-02'] as d": #"["2026-01-02"]"#,
      "[time '04:05:06.5'] as t": #"["04:05:06.500000"]"#, "time '04:05:06' as t": "04:05:06",
      #"'a\\x00b'::blob as b"#: #"a\x00b"#,
      "interval '1 year 2 months 3 days 04:05:06' as i": "1 year 2 months 3 days 04:05:06",
      "interval '-36 hours' as i": "-36:00:00", "interval 0 days as i": "00:00:00",
      "[-0.05::decimal(3,2)] as d": "[-0.05]",
      "[timestamp '2026-01-02 03:04:05'] as t": #"["2026-01-02T03:04:05.000000"]"#,
    ]
    for (expression, expected) in nested {
      #expect(try desk.rows("sql \"select \(expression)\"") == [expected], "\(expression)")
    }
    #expect(try desk.rows("sql \"select 170141183460469231731687303715884105727::hugeint as h\"").count == 1)
  }
}
