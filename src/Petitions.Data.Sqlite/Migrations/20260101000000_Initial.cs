using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target_index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    address_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "backup_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    facts = table.Column<long>(type: "INTEGER", nullable: false),
                    files = table.Column<int>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_backup_records", x => x.id);
                    table.CheckConstraint("ck_backup_records_file_length", "length(\"file\") <= 200");
                    table.CheckConstraint("ck_backup_records_kind_length", "length(\"kind\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => x.date);
                    table.CheckConstraint("ck_calendar_days_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_calendar_days_name_en_length", "length(\"name_en\") <= 60");
                    table.CheckConstraint("ck_calendar_days_name_zh_length", "length(\"name_zh\") <= 60");
                    table.CheckConstraint("ck_calendar_days_source_length", "length(\"source\") <= 400");
                });

            migrationBuilder.CreateTable(
                name: "chain_heads",
                columns: table => new
                {
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chain_heads", x => new { x.subject, x.subject_id });
                    table.CheckConstraint("ck_chain_heads_key_id_length", "length(\"key_id\") <= 64");
                    table.CheckConstraint("ck_chain_heads_subject_length", "length(\"subject\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "clock_offsets",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    seconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_offsets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "clock_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    track = table.Column<string>(type: "TEXT", nullable: false),
                    applies_to = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    start_event = table.Column<string>(type: "TEXT", nullable: false),
                    stop_events = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    cancel_events = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    due_from_fact = table.Column<bool>(type: "INTEGER", nullable: false),
                    amount = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    roll = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    pausable = table.Column<bool>(type: "INTEGER", nullable: false),
                    pause_reasons = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    extension_amount = table.Column<int>(type: "INTEGER", nullable: true),
                    extension_unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    extension_times = table.Column<int>(type: "INTEGER", nullable: false),
                    extension_approver_role = table.Column<string>(type: "TEXT", nullable: true),
                    notice_to_petitioner_on_extension = table.Column<bool>(type: "INTEGER", nullable: false),
                    warn_days = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    escalation = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    responsible_role = table.Column<string>(type: "TEXT", nullable: false),
                    on_overdue = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    exempt_when = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source_keys = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_rules", x => x.id);
                    table.CheckConstraint("ck_clock_rules_applies_to_length", "length(\"applies_to\") <= 400");
                    table.CheckConstraint("ck_clock_rules_name_en_length", "length(\"name_en\") <= 400");
                    table.CheckConstraint("ck_clock_rules_name_zh_length", "length(\"name_zh\") <= 400");
                    table.CheckConstraint("ck_clock_rules_roll_length", "length(\"roll\") <= 40");
                    table.CheckConstraint("ck_clock_rules_rule_id_length", "length(\"rule_id\") <= 64");
                    table.CheckConstraint("ck_clock_rules_unit_length", "length(\"unit\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "daily_roots",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    entries = table.Column<string>(type: "TEXT", nullable: false),
                    root = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    chains = table.Column<int>(type: "INTEGER", nullable: false),
                    covers_to = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_daily_roots", x => x.day);
                    table.CheckConstraint("ck_daily_roots_key_id_length", "length(\"key_id\") <= 64");
                    table.CheckConstraint("ck_daily_roots_previous_length", "length(\"previous\") <= 64");
                    table.CheckConstraint("ck_daily_roots_root_length", "length(\"root\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document_counters",
                columns: table => new
                {
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_counters", x => new { x.office_id, x.word, x.year });
                    table.CheckConstraint("ck_document_counters_word_length", "length(\"word\") <= 20");
                });

            migrationBuilder.CreateTable(
                name: "document_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    track = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    created_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_templates", x => x.id);
                    table.CheckConstraint("ck_document_templates_category_length", "length(\"category\") <= 64");
                    table.CheckConstraint("ck_document_templates_reason_length", "length(\"reason\") <= 400");
                    table.CheckConstraint("ck_document_templates_state_length", "length(\"state\") <= 64");
                    table.CheckConstraint("ck_document_templates_text_length", "length(\"text\") <= 20000");
                    table.CheckConstraint("ck_document_templates_track_length", "length(\"track\") <= 64");
                    table.CheckConstraint("ck_document_templates_type_length", "length(\"type\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    return_code_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    answers = table.Column<string>(type: "TEXT", maxLength: 400000, nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                    table.CheckConstraint("ck_drafts_answers_length", "length(\"answers\") <= 400000");
                });

            migrationBuilder.CreateTable(
                name: "facts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind_version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    counts_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    public_text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false, defaultValueSql: "(rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'))"),
                    request_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facts", x => x.id);
                    table.CheckConstraint("ck_facts_actor_kind_length", "length(\"actor_kind\") <= 40");
                    table.CheckConstraint("ck_facts_kind_length", "length(\"kind\") <= 64");
                    table.CheckConstraint("ck_facts_public_text_length", "length(\"public_text\") <= 2000");
                    table.CheckConstraint("ck_facts_request_id_length", "length(\"request_id\") <= 32");
                    table.CheckConstraint("ck_facts_subject_length", "length(\"subject\") <= 40");
                    table.CheckConstraint("ck_facts_visibility_length", "length(\"visibility\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "indicator_cursors",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    read_up_to = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_cursors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_days",
                columns: table => new
                {
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    apart = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    n = table.Column<int>(type: "INTEGER", nullable: false),
                    hits = table.Column<int>(type: "INTEGER", nullable: false),
                    extended = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_days", x => new { x.office_id, x.measure, x.day, x.department_id, x.apart });
                    table.CheckConstraint("ck_indicator_days_apart_length", "length(\"apart\") <= 40");
                    table.CheckConstraint("ck_indicator_days_measure_length", "length(\"measure\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "indicator_items",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    topic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    hit = table.Column<bool>(type: "INTEGER", nullable: false),
                    extended = table.Column<bool>(type: "INTEGER", nullable: false),
                    amount = table.Column<int>(type: "INTEGER", nullable: false),
                    apart = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_items", x => new { x.petition_id, x.measure, x.topic_id });
                    table.CheckConstraint("ck_indicator_items_apart_length", "length(\"apart\") <= 40");
                    table.CheckConstraint("ck_indicator_items_measure_length", "length(\"measure\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "job_slots",
                columns: table => new
                {
                    job = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    node = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_slots", x => x.job);
                    table.CheckConstraint("ck_job_slots_error_length", "length(\"error\") <= 200");
                    table.CheckConstraint("ck_job_slots_job_length", "length(\"job\") <= 60");
                    table.CheckConstraint("ck_job_slots_node_length", "length(\"node\") <= 120");
                    table.CheckConstraint("ck_job_slots_period_length", "length(\"period\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "limit_counts",
                columns: table => new
                {
                    policy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    minute = table.Column<long>(type: "INTEGER", nullable: false),
                    used = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_limit_counts", x => new { x.policy, x.subject, x.minute });
                    table.CheckConstraint("ck_limit_counts_policy_length", "length(\"policy\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "notice_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    subject_zh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body_zh = table.Column<string>(type: "TEXT", nullable: false),
                    subject_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body_en = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_templates", x => x.id);
                    table.CheckConstraint("ck_notice_templates_code_length", "length(\"code\") <= 80");
                    table.CheckConstraint("ck_notice_templates_subject_en_length", "length(\"subject_en\") <= 200");
                    table.CheckConstraint("ck_notice_templates_subject_zh_length", "length(\"subject_zh\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "offices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    area_code = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    short_zh = table.Column<string>(type: "TEXT", nullable: false),
                    public_prefix = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    address_zh = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offices", x => x.id);
                    table.CheckConstraint("ck_offices_code_length", "length(\"code\") <= 32");
                    table.CheckConstraint("ck_offices_name_en_length", "length(\"name_en\") <= 120");
                    table.CheckConstraint("ck_offices_name_zh_length", "length(\"name_zh\") <= 120");
                    table.CheckConstraint("ck_offices_public_prefix_length", "length(\"public_prefix\") <= 4");
                    table.ForeignKey(
                        name: "fk_offices_offices_parent_id",
                        column: x => x.parent_id,
                        principalTable: "offices",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "person_lookups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    asked_index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    found = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_lookups", x => x.id);
                    table.CheckConstraint("ck_person_lookups_by_length", "length(\"by\") <= 20");
                });

            migrationBuilder.CreateTable(
                name: "portal_nodes",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    release = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    clock_difference = table.Column<long>(type: "INTEGER", nullable: false),
                    stopped_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_nodes", x => x.name);
                    table.CheckConstraint("ck_portal_nodes_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_portal_nodes_release_length", "length(\"release\") <= 60");
                });

            migrationBuilder.CreateTable(
                name: "quota_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    applies_to = table.Column<string>(type: "TEXT", nullable: false),
                    value_type = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    responsible_role = table.Column<string>(type: "TEXT", nullable: false),
                    on_breach = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source_keys = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quota_rules", x => x.id);
                    table.CheckConstraint("ck_quota_rules_rule_id_length", "length(\"rule_id\") <= 64");
                    table.CheckConstraint("ck_quota_rules_value_length", "length(\"value\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "reference_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    list = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    parent = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sort = table.Column<int>(type: "INTEGER", nullable: false),
                    zh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    attributes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_items", x => x.id);
                    table.CheckConstraint("ck_reference_items_attributes_length", "length(\"attributes\") <= 4000");
                    table.CheckConstraint("ck_reference_items_code_length", "length(\"code\") <= 64");
                    table.CheckConstraint("ck_reference_items_en_length", "length(\"en\") <= 400");
                    table.CheckConstraint("ck_reference_items_list_length", "length(\"list\") <= 64");
                    table.CheckConstraint("ck_reference_items_parent_length", "length(\"parent\") <= 64");
                    table.CheckConstraint("ck_reference_items_source_length", "length(\"source\") <= 400");
                    table.CheckConstraint("ck_reference_items_zh_length", "length(\"zh\") <= 400");
                });

            migrationBuilder.CreateTable(
                name: "search_queue",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_queue", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_failures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_failures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    store_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    stored_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_files", x => x.id);
                    table.CheckConstraint("ck_stored_files_sealed_key_length", "length(\"sealed_key\") <= 200");
                    table.CheckConstraint("ck_stored_files_sha256_length", "length(\"sha256\") <= 64");
                    table.CheckConstraint("ck_stored_files_store_name_length", "length(\"store_name\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "weekly_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    week_start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_weekly_letters", x => x.id);
                    table.CheckConstraint("ck_weekly_letters_content_length", "length(\"content\") <= 20000");
                });

            migrationBuilder.CreateTable(
                name: "draft_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sealed_name = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    copy_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    original_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    copy_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    copy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scan = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_files", x => x.id);
                    table.CheckConstraint("ck_draft_files_copy_length", "length(\"copy\") <= 40");
                    table.CheckConstraint("ck_draft_files_copy_sha256_length", "length(\"copy_sha256\") <= 64");
                    table.CheckConstraint("ck_draft_files_scan_length", "length(\"scan\") <= 40");
                    table.CheckConstraint("ck_draft_files_sealed_name_length", "length(\"sealed_name\") <= 1200");
                    table.CheckConstraint("ck_draft_files_sha256_length", "length(\"sha256\") <= 64");
                    table.CheckConstraint("ck_draft_files_type_length", "length(\"type\") <= 8");
                    table.ForeignKey(
                        name: "fk_draft_files_drafts_draft_id",
                        column: x => x.draft_id,
                        principalTable: "drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fact_values",
                columns: table => new
                {
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact_values", x => new { x.fact_id, x.name });
                    table.CheckConstraint("ck_fact_values_name_length", "length(\"name\") <= 64");
                    table.ForeignKey(
                        name: "fk_fact_values_facts_fact_id",
                        column: x => x.fact_id,
                        principalTable: "facts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sort = table.Column<int>(type: "INTEGER", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    business_lines = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    is_petition_department = table.Column<bool>(type: "INTEGER", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departments", x => x.id);
                    table.CheckConstraint("ck_departments_business_lines_length", "length(\"business_lines\") <= 400");
                    table.CheckConstraint("ck_departments_code_length", "length(\"code\") <= 32");
                    table.CheckConstraint("ck_departments_name_en_length", "length(\"name_en\") <= 120");
                    table.CheckConstraint("ck_departments_name_zh_length", "length(\"name_zh\") <= 120");
                    table.ForeignKey(
                        name: "fk_departments_departments_parent_id",
                        column: x => x.parent_id,
                        principalTable: "departments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_departments_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    trigger = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    trigger_count = table.Column<int>(type: "INTEGER", nullable: true),
                    trigger_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    brief = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    video_link = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    agent_need = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    interpreter_need = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    told_plan = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    called_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    held_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attendance_json = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: true),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    minutes_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    minutes_confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_visits", x => x.id);
                    table.CheckConstraint("ck_joint_visits_agent_need_length", "length(\"agent_need\") <= 40");
                    table.CheckConstraint("ck_joint_visits_attendance_json_length", "length(\"attendance_json\") <= 40000");
                    table.CheckConstraint("ck_joint_visits_brief_length", "length(\"brief\") <= 5000");
                    table.CheckConstraint("ck_joint_visits_end_reason_length", "length(\"end_reason\") <= 500");
                    table.CheckConstraint("ck_joint_visits_interpreter_need_length", "length(\"interpreter_need\") <= 40");
                    table.CheckConstraint("ck_joint_visits_minutes_digest_length", "length(\"minutes_digest\") <= 64");
                    table.CheckConstraint("ck_joint_visits_purpose_length", "length(\"purpose\") <= 1000");
                    table.CheckConstraint("ck_joint_visits_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_joint_visits_told_plan_length", "length(\"told_plan\") <= 200");
                    table.CheckConstraint("ck_joint_visits_trigger_key_length", "length(\"trigger_key\") <= 80");
                    table.CheckConstraint("ck_joint_visits_trigger_length", "length(\"trigger\") <= 40");
                    table.CheckConstraint("ck_joint_visits_video_link_length", "length(\"video_link\") <= 300");
                    table.ForeignKey(
                        name: "fk_joint_visits_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "letter_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_with = table.Column<Guid>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    late_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_batches", x => x.id);
                    table.CheckConstraint("ck_letter_batches_late_reason_length", "length(\"late_reason\") <= 500");
                    table.CheckConstraint("ck_letter_batches_place_length", "length(\"place\") <= 120");
                    table.ForeignKey(
                        name: "fk_letter_batches_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    template = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    return_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    followed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    postal_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.CheckConstraint("ck_notices_channel_length", "length(\"channel\") <= 40");
                    table.CheckConstraint("ck_notices_key_length", "length(\"key\") <= 200");
                    table.CheckConstraint("ck_notices_language_length", "length(\"language\") <= 16");
                    table.CheckConstraint("ck_notices_last_error_length", "length(\"last_error\") <= 500");
                    table.CheckConstraint("ck_notices_postal_number_length", "length(\"postal_number\") <= 40");
                    table.CheckConstraint("ck_notices_return_reason_length", "length(\"return_reason\") <= 200");
                    table.CheckConstraint("ck_notices_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_notices_subject_length", "length(\"subject\") <= 200");
                    table.CheckConstraint("ck_notices_template_length", "length(\"template\") <= 80");
                    table.ForeignKey(
                        name: "fk_notices_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "review_checklists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_checklists", x => x.id);
                    table.CheckConstraint("ck_review_checklists_reason_length", "length(\"reason\") <= 500");
                    table.CheckConstraint("ck_review_checklists_text_length", "length(\"text\") <= 12000");
                    table.ForeignKey(
                        name: "fk_review_checklists_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "petitions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    postmark_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    track = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sub_category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    urgency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    confidentiality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_procuratorate_related = table.Column<bool>(type: "INTEGER", nullable: false),
                    identity_mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    special_needs = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    conditions = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    request = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    receipt_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    receipt_salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    query_code_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    registered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first_handler_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first_handler_department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first_handler_office_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    replied_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    outcome_confirmed_by_petitioner = table.Column<bool>(type: "INTEGER", nullable: false),
                    retention_class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    next_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_petitions", x => x.id);
                    table.CheckConstraint("ck_petitions_area_code_length", "length(\"area_code\") <= 12");
                    table.CheckConstraint("ck_petitions_category_length", "length(\"category\") <= 40");
                    table.CheckConstraint("ck_petitions_channel_length", "length(\"channel\") <= 40");
                    table.CheckConstraint("ck_petitions_conditions_length", "length(\"conditions\") <= 400");
                    table.CheckConstraint("ck_petitions_confidentiality_length", "length(\"confidentiality\") <= 40");
                    table.CheckConstraint("ck_petitions_first_handler", "(first_handler_id IS NULL AND first_handler_department_id IS NULL AND first_handler_office_id IS NULL) OR (first_handler_id IS NOT NULL AND first_handler_department_id IS NOT NULL AND first_handler_office_id IS NOT NULL)");
                    table.CheckConstraint("ck_petitions_identity_mode_length", "length(\"identity_mode\") <= 40");
                    table.CheckConstraint("ck_petitions_language_length", "length(\"language\") <= 16");
                    table.CheckConstraint("ck_petitions_number_length", "length(\"number\") <= 16");
                    table.CheckConstraint("ck_petitions_outcome_length", "length(\"outcome\") <= 40");
                    table.CheckConstraint("ck_petitions_owner", "first_handler_id IS NOT NULL OR state NOT IN ('Accepted', 'InHandling', 'OpinionDrafted', 'Approved', 'Replied')");
                    table.CheckConstraint("ck_petitions_receipt_hash_length", "length(\"receipt_hash\") <= 64");
                    table.CheckConstraint("ck_petitions_request_length", "length(\"request\") <= 1000");
                    table.CheckConstraint("ck_petitions_retention_class_length", "length(\"retention_class\") <= 40");
                    table.CheckConstraint("ck_petitions_special_needs_length", "length(\"special_needs\") <= 400");
                    table.CheckConstraint("ck_petitions_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_petitions_sub_category_length", "length(\"sub_category\") <= 40");
                    table.CheckConstraint("ck_petitions_text_length", "length(\"text\") <= 10000");
                    table.CheckConstraint("ck_petitions_title_length", "length(\"title\") <= 100");
                    table.CheckConstraint("ck_petitions_track_length", "length(\"track\") <= 40");
                    table.CheckConstraint("ck_petitions_urgency_length", "length(\"urgency\") <= 40");
                    table.ForeignKey(
                        name: "fk_petitions_departments_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_petitions_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_points",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", nullable: false),
                    address_zh = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    open_weekdays = table.Column<string>(type: "TEXT", nullable: false),
                    hours_morning = table.Column<string>(type: "TEXT", nullable: true),
                    hours_afternoon = table.Column<string>(type: "TEXT", nullable: true),
                    counters = table.Column<int>(type: "INTEGER", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_points", x => x.id);
                    table.CheckConstraint("ck_service_points_code_length", "length(\"code\") <= 32");
                    table.CheckConstraint("ck_service_points_name_en_length", "length(\"name_en\") <= 120");
                    table.CheckConstraint("ck_service_points_name_zh_length", "length(\"name_zh\") <= 120");
                    table.ForeignKey(
                        name: "fk_service_points_departments_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_points_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    name_order = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                    table.CheckConstraint("ck_staff_name_key_length", "length(\"name_key\") <= 240");
                    table.CheckConstraint("ck_staff_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_staff_name_order_length", "length(\"name_order\") <= 600");
                    table.CheckConstraint("ck_staff_phone_length", "length(\"phone\") <= 40");
                    table.ForeignKey(
                        name: "fk_staff_departments_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_staff_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_agenda_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_agenda_items", x => x.id);
                    table.CheckConstraint("ck_joint_agenda_items_title_length", "length(\"title\") <= 200");
                    table.ForeignKey(
                        name: "fk_joint_agenda_items_joint_visits_joint_visit_id",
                        column: x => x.joint_visit_id,
                        principalTable: "joint_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_guest_passes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seat_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    holder_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    issued_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    valid_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_guest_passes", x => x.id);
                    table.ForeignKey(
                        name: "fk_joint_guest_passes_joint_visits_joint_visit_id",
                        column: x => x.joint_visit_id,
                        principalTable: "joint_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    seat_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    proof_wanted = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_measures", x => x.id);
                    table.CheckConstraint("ck_joint_measures_proof_wanted_length", "length(\"proof_wanted\") <= 300");
                    table.CheckConstraint("ck_joint_measures_result_length", "length(\"result\") <= 2000");
                    table.CheckConstraint("ck_joint_measures_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_joint_measures_text_length", "length(\"text\") <= 1000");
                    table.ForeignKey(
                        name: "fk_joint_measures_joint_visits_joint_visit_id",
                        column: x => x.joint_visit_id,
                        principalTable: "joint_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_minutes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seat_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    locked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    locked_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_minutes", x => x.id);
                    table.CheckConstraint("ck_joint_minutes_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_joint_minutes_text_length", "length(\"text\") <= 4000");
                    table.ForeignKey(
                        name: "fk_joint_minutes_joint_visits_joint_visit_id",
                        column: x => x.joint_visit_id,
                        principalTable: "joint_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seat_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sealed_name = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    copy_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    original_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    scan = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    shared_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_papers", x => x.id);
                    table.CheckConstraint("ck_joint_papers_scan_length", "length(\"scan\") <= 40");
                    table.CheckConstraint("ck_joint_papers_sealed_name_length", "length(\"sealed_name\") <= 2000");
                    table.CheckConstraint("ck_joint_papers_sha256_length", "length(\"sha256\") <= 64");
                    table.CheckConstraint("ck_joint_papers_type_length", "length(\"type\") <= 40");
                    table.ForeignKey(
                        name: "fk_joint_papers_joint_visits_joint_visit_id",
                        column: x => x.joint_visit_id,
                        principalTable: "joint_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    seat_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signer_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    drawing = table.Column<string>(type: "TEXT", maxLength: 120000, nullable: true),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    witness = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_signatures", x => x.id);
                    table.CheckConstraint("ck_joint_signatures_digest_length", "length(\"digest\") <= 64");
                    table.CheckConstraint("ck_joint_signatures_drawing_length", "length(\"drawing\") <= 120000");
                    table.CheckConstraint("ck_joint_signatures_note_length", "length(\"note\") <= 500");
                    table.CheckConstraint("ck_joint_signatures_signer_name_length", "length(\"signer_name\") <= 120");
                    table.CheckConstraint("ck_joint_signatures_way_length", "length(\"way\") <= 40");
                    table.CheckConstraint("ck_joint_signatures_witness_length", "length(\"witness\") <= 120");
                    table.ForeignKey(
                        name: "fk_joint_signatures_joint_visits_joint_visit_id",
                        column: x => x.joint_visit_id,
                        principalTable: "joint_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "letter_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    notice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_steps", x => x.id);
                    table.CheckConstraint("ck_letter_steps_detail_length", "length(\"detail\") <= 200");
                    table.CheckConstraint("ck_letter_steps_state_length", "length(\"state\") <= 40");
                    table.ForeignKey(
                        name: "fk_letter_steps_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    granted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    granted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_grants", x => x.id);
                    table.CheckConstraint("ck_access_grants_scope_length", "length(\"scope\") <= 40");
                    table.ForeignKey(
                        name: "fk_access_grants_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accountability_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    investigating_office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    questions = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    scope_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    scope_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    checklist_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    causes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    told_text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accountability_reviews", x => x.id);
                    table.CheckConstraint("ck_accountability_reviews_questions_length", "length(\"questions\") <= 2000");
                    table.CheckConstraint("ck_accountability_reviews_reason_length", "length(\"reason\") <= 1000");
                    table.CheckConstraint("ck_accountability_reviews_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_accountability_reviews_told_text_length", "length(\"told_text\") <= 1000");
                    table.ForeignKey(
                        name: "fk_accountability_reviews_departments_body_id",
                        column: x => x.body_id,
                        principalTable: "departments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_accountability_reviews_offices_investigating_office_id",
                        column: x => x.investigating_office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_accountability_reviews_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_accountability_reviews_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_accountability_reviews_review_checklists_checklist_id",
                        column: x => x.checklist_id,
                        principalTable: "review_checklists",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    copy_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    original_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    copy_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    copy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scan = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    filed = table.Column<bool>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                    table.CheckConstraint("ck_attachments_channel_length", "length(\"channel\") <= 40");
                    table.CheckConstraint("ck_attachments_copy_length", "length(\"copy\") <= 40");
                    table.CheckConstraint("ck_attachments_copy_sha256_length", "length(\"copy_sha256\") <= 64");
                    table.CheckConstraint("ck_attachments_name_length", "length(\"name\") <= 160");
                    table.CheckConstraint("ck_attachments_scan_length", "length(\"scan\") <= 40");
                    table.CheckConstraint("ck_attachments_sha256_length", "length(\"sha256\") <= 64");
                    table.CheckConstraint("ck_attachments_type_length", "length(\"type\") <= 8");
                    table.ForeignKey(
                        name: "fk_attachments_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attachments_stored_files_copy_id",
                        column: x => x.copy_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attachments_stored_files_original_id",
                        column: x => x.original_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_notes", x => x.id);
                    table.CheckConstraint("ck_case_notes_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_case_notes_text_length", "length(\"text\") <= 4000");
                    table.ForeignKey(
                        name: "fk_case_notes_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "intake_entries",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    late_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    read_back = table.Column<bool>(type: "INTEGER", nullable: false),
                    envelope_kept = table.Column<bool>(type: "INTEGER", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intake_entries", x => x.petition_id);
                    table.CheckConstraint("ck_intake_entries_channel_length", "length(\"channel\") <= 40");
                    table.CheckConstraint("ck_intake_entries_late_reason_length", "length(\"late_reason\") <= 500");
                    table.ForeignKey(
                        name: "fk_intake_entries_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issued_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    serial = table.Column<int>(type: "INTEGER", nullable: true),
                    number_text = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    to_petitioner = table.Column<bool>(type: "INTEGER", nullable: false),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    fields = table.Column<string>(type: "TEXT", maxLength: 120000, nullable: false),
                    issued_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issued_documents", x => x.id);
                    table.CheckConstraint("ck_issued_documents_fields_length", "length(\"fields\") <= 120000");
                    table.CheckConstraint("ck_issued_documents_number_text_length", "length(\"number_text\") <= 60");
                    table.CheckConstraint("ck_issued_documents_title_length", "length(\"title\") <= 120");
                    table.CheckConstraint("ck_issued_documents_type_length", "length(\"type\") <= 40");
                    table.CheckConstraint("ck_issued_documents_word_length", "length(\"word\") <= 20");
                    table.ForeignKey(
                        name: "fk_issued_documents_document_templates_template_id",
                        column: x => x.template_id,
                        principalTable: "document_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_issued_documents_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_issued_documents_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_cases",
                columns: table => new
                {
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    open = table.Column<bool>(type: "INTEGER", nullable: false),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_cases", x => new { x.joint_visit_id, x.petition_id });
                    table.ForeignKey(
                        name: "fk_joint_cases_joint_visits_joint_visit_id",
                        column: x => x.joint_visit_id,
                        principalTable: "joint_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_joint_cases_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opened_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    postmark_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sealed_sender = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    disposition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sealed_note = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    set_aside_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opened_letters", x => x.id);
                    table.CheckConstraint("ck_opened_letters_disposition_length", "length(\"disposition\") <= 40");
                    table.CheckConstraint("ck_opened_letters_sealed_note_length", "length(\"sealed_note\") <= 8000");
                    table.CheckConstraint("ck_opened_letters_sealed_sender_length", "length(\"sealed_sender\") <= 8000");
                    table.CheckConstraint("ck_opened_letters_set_aside_reason_length", "length(\"set_aside_reason\") <= 200");
                    table.ForeignKey(
                        name: "fk_opened_letters_letter_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "letter_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_opened_letters_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "petition_additions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    happened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    late_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_petition_additions", x => x.id);
                    table.CheckConstraint("ck_petition_additions_channel_length", "length(\"channel\") <= 40");
                    table.CheckConstraint("ck_petition_additions_late_reason_length", "length(\"late_reason\") <= 500");
                    table.CheckConstraint("ck_petition_additions_text_length", "length(\"text\") <= 5000");
                    table.ForeignKey(
                        name: "fk_petition_additions_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "petition_clocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    topic_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    rule_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    start_fact_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    start_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    roll = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    named_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    raw_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    warn_days = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    warn_on = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    warned_on = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    uncovered_year = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    stop_fact_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    stopped_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    cancel_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    late_days = table.Column<int>(type: "INTEGER", nullable: false),
                    overdue_recorded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_step_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_petition_clocks", x => x.id);
                    table.CheckConstraint("ck_petition_clocks_cancel_reason_length", "length(\"cancel_reason\") <= 64");
                    table.CheckConstraint("ck_petition_clocks_roll_length", "length(\"roll\") <= 40");
                    table.CheckConstraint("ck_petition_clocks_rule_id_length", "length(\"rule_id\") <= 64");
                    table.CheckConstraint("ck_petition_clocks_start_fact_kind_length", "length(\"start_fact_kind\") <= 64");
                    table.CheckConstraint("ck_petition_clocks_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_petition_clocks_stop_fact_kind_length", "length(\"stop_fact_kind\") <= 64");
                    table.CheckConstraint("ck_petition_clocks_unit_length", "length(\"unit\") <= 40");
                    table.ForeignKey(
                        name: "fk_petition_clocks_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "petition_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    same_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_petition_links", x => x.id);
                    table.CheckConstraint("ck_petition_links_end_reason_length", "length(\"end_reason\") <= 500");
                    table.CheckConstraint("ck_petition_links_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_petition_links_reason_length", "length(\"reason\") <= 500");
                    table.ForeignKey(
                        name: "fk_petition_links_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_petition_links_petitions_target_id",
                        column: x => x.target_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "petition_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    identity = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    id_number_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    birth_year = table.Column<int>(type: "INTEGER", nullable: true),
                    notice_way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sms_allowed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_petition_parties", x => x.id);
                    table.CheckConstraint("ck_petition_parties_identity_length", "length(\"identity\") <= 8000");
                    table.CheckConstraint("ck_petition_parties_name_key_length", "length(\"name_key\") <= 240");
                    table.CheckConstraint("ck_petition_parties_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_petition_parties_notice_way_length", "length(\"notice_way\") <= 40");
                    table.CheckConstraint("ck_petition_parties_relation_length", "length(\"relation\") <= 40");
                    table.ForeignKey(
                        name: "fk_petition_parties_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "replies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    facts = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    law = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    articles = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    claim_answers = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    assessment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    remedy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    remedy_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    drafted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    served_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    exempt_reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_replies", x => x.id);
                    table.CheckConstraint("ck_replies_articles_length", "length(\"articles\") <= 1000");
                    table.CheckConstraint("ck_replies_assessment_length", "length(\"assessment\") <= 40");
                    table.CheckConstraint("ck_replies_claim_answers_length", "length(\"claim_answers\") <= 8000");
                    table.CheckConstraint("ck_replies_exempt_reason_length", "length(\"exempt_reason\") <= 40");
                    table.CheckConstraint("ck_replies_facts_length", "length(\"facts\") <= 8000");
                    table.CheckConstraint("ck_replies_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_replies_law_length", "length(\"law\") <= 8000");
                    table.CheckConstraint("ck_replies_reason_length", "length(\"reason\") <= 8000");
                    table.CheckConstraint("ck_replies_remedy_length", "length(\"remedy\") <= 40");
                    table.CheckConstraint("ck_replies_state_length", "length(\"state\") <= 40");
                    table.ForeignKey(
                        name: "fk_replies_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "respondents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    added_later = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_respondents", x => x.id);
                    table.CheckConstraint("ck_respondents_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_respondents_name_key_length", "length(\"name_key\") <= 240");
                    table.CheckConstraint("ck_respondents_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_respondents_status_length", "length(\"status\") <= 40");
                    table.ForeignKey(
                        name: "fk_respondents_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "retaliation_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    reported_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    encrypted_text = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    encrypted_answer = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retaliation_reports", x => x.id);
                    table.CheckConstraint("ck_retaliation_reports_source_length", "length(\"source\") <= 40");
                    table.ForeignKey(
                        name: "fk_retaliation_reports_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "submission_keys",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_keys", x => x.key);
                    table.ForeignKey(
                        name: "fk_submission_keys_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "closures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    to = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    set_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closures", x => x.id);
                    table.CheckConstraint("ck_closures_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_closures_reason_length", "length(\"reason\") <= 200");
                    table.ForeignKey(
                        name: "fk_closures_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_closures_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "counter_openings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    counter = table.Column<int>(type: "INTEGER", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counter_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_counter_openings_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "day_sheets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    arrivals = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_sheets", x => x.id);
                    table.ForeignKey(
                        name: "fk_day_sheets_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "emergency_calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    counter = table.Column<int>(type: "INTEGER", nullable: false),
                    called_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_calls", x => x.id);
                    table.ForeignKey(
                        name: "fk_emergency_calls_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hall_devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hall_devices", x => x.id);
                    table.CheckConstraint("ck_hall_devices_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_hall_devices_name_length", "length(\"name\") <= 60");
                    table.ForeignKey(
                        name: "fk_hall_devices_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hand_ins",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    handed_in_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    late_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    completed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_ins", x => x.petition_id);
                    table.CheckConstraint("ck_hand_ins_late_reason_length", "length(\"late_reason\") <= 500");
                    table.ForeignKey(
                        name: "fk_hand_ins_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hand_ins_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "receptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    ticket_number = table.Column<int>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    group_size = table.Column<int>(type: "INTEGER", nullable: false),
                    identity_check = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    needs = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    priority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    call_by_name = table.Column<bool>(type: "INTEGER", nullable: false),
                    registered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    receiver_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    second_receiver_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    counter = table.Column<int>(type: "INTEGER", nullable: true),
                    target_counter = table.Column<int>(type: "INTEGER", nullable: true),
                    sent_note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    calls = table.Column<int>(type: "INTEGER", nullable: false),
                    queue_rank = table.Column<int>(type: "INTEGER", nullable: false),
                    queue_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    booked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    consent = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    outcome_note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    place_token = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    waited = table.Column<int>(type: "INTEGER", nullable: false),
                    walked = table.Column<int>(type: "INTEGER", nullable: false),
                    talked = table.Column<int>(type: "INTEGER", nullable: false),
                    set_aside = table.Column<int>(type: "INTEGER", nullable: false),
                    counted_to = table.Column<DateTime>(type: "TEXT", nullable: false),
                    doing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receptions", x => x.id);
                    table.CheckConstraint("ck_receptions_form_length", "length(\"form\") <= 40");
                    table.CheckConstraint("ck_receptions_identity_check_length", "length(\"identity_check\") <= 40");
                    table.CheckConstraint("ck_receptions_needs_length", "length(\"needs\") <= 400");
                    table.CheckConstraint("ck_receptions_outcome_note_length", "length(\"outcome_note\") <= 1000");
                    table.CheckConstraint("ck_receptions_prefix_length", "length(\"prefix\") <= 4");
                    table.CheckConstraint("ck_receptions_priority_length", "length(\"priority\") <= 40");
                    table.CheckConstraint("ck_receptions_sent_note_length", "length(\"sent_note\") <= 1000");
                    table.CheckConstraint("ck_receptions_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_receptions_topic_length", "length(\"topic\") <= 200");
                    table.ForeignKey(
                        name: "fk_receptions_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_receptions_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rooms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rooms", x => x.id);
                    table.CheckConstraint("ck_rooms_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_rooms_name_en_length", "length(\"name_en\") <= 80");
                    table.CheckConstraint("ck_rooms_name_zh_length", "length(\"name_zh\") <= 80");
                    table.ForeignKey(
                        name: "fk_rooms_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_rooms_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    to = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.CheckConstraint("ck_assignments_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_assignments_reason_length", "length(\"reason\") <= 500");
                    table.ForeignKey(
                        name: "fk_assignments_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_assignments_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "export_jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    with_names = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    sealed_source = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    approved = table.Column<bool>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    limit = table.Column<int>(type: "INTEGER", nullable: true),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_jobs", x => x.id);
                    table.CheckConstraint("ck_export_jobs_format_length", "length(\"format\") <= 40");
                    table.CheckConstraint("ck_export_jobs_language_length", "length(\"language\") <= 16");
                    table.CheckConstraint("ck_export_jobs_problem_length", "length(\"problem\") <= 60");
                    table.CheckConstraint("ck_export_jobs_reason_length", "length(\"reason\") <= 500");
                    table.CheckConstraint("ck_export_jobs_sealed_source_length", "length(\"sealed_source\") <= 4000");
                    table.CheckConstraint("ck_export_jobs_state_length", "length(\"state\") <= 40");
                    table.ForeignKey(
                        name: "fk_export_jobs_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_export_jobs_staff_made_by",
                        column: x => x.made_by,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_export_jobs_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "joint_seats",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    organ_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    organ = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    bring = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    bring_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    encrypted_contact = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    brought_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    presence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    absence_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    presence_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_seats", x => x.id);
                    table.CheckConstraint("ck_joint_seats_absence_reason_length", "length(\"absence_reason\") <= 500");
                    table.CheckConstraint("ck_joint_seats_bring_length", "length(\"bring\") <= 500");
                    table.CheckConstraint("ck_joint_seats_encrypted_contact_length", "length(\"encrypted_contact\") <= 2000");
                    table.CheckConstraint("ck_joint_seats_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_joint_seats_organ_kind_length", "length(\"organ_kind\") <= 40");
                    table.CheckConstraint("ck_joint_seats_organ_length", "length(\"organ\") <= 120");
                    table.CheckConstraint("ck_joint_seats_person_name_length", "length(\"person_name\") <= 120");
                    table.CheckConstraint("ck_joint_seats_presence_length", "length(\"presence\") <= 40");
                    table.CheckConstraint("ck_joint_seats_role_length", "length(\"role\") <= 40");
                    table.ForeignKey(
                        name: "fk_joint_seats_departments_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_joint_seats_joint_visits_joint_visit_id",
                        column: x => x.joint_visit_id,
                        principalTable: "joint_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_joint_seats_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "letter_hand_overs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_hand_overs", x => x.id);
                    table.CheckConstraint("ck_letter_hand_overs_reason_length", "length(\"reason\") <= 500");
                    table.ForeignKey(
                        name: "fk_letter_hand_overs_letter_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "letter_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_letter_hand_overs_staff_by_id",
                        column: x => x.by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_letter_hand_overs_staff_to_id",
                        column: x => x.to_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_slip_pads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false),
                    printed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    printed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_slip_pads", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_slip_pads_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paper_slip_pads_staff_printed_by",
                        column: x => x.printed_by,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "point_people",
                columns: table => new
                {
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_point_people", x => new { x.service_point_id, x.staff_id });
                    table.ForeignKey(
                        name: "fk_point_people_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_point_people_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "query_code_hand_overs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_query_code_hand_overs", x => x.id);
                    table.CheckConstraint("ck_query_code_hand_overs_reason_length", "length(\"reason\") <= 200");
                    table.ForeignKey(
                        name: "fk_query_code_hand_overs_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_query_code_hand_overs_staff_given_by",
                        column: x => x.given_by,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "read_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    request_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_records", x => x.id);
                    table.CheckConstraint("ck_read_records_address_length", "length(\"address\") <= 64");
                    table.CheckConstraint("ck_read_records_reason_length", "length(\"reason\") <= 500");
                    table.CheckConstraint("ck_read_records_request_id_length", "length(\"request_id\") <= 32");
                    table.CheckConstraint("ck_read_records_what_length", "length(\"what\") <= 40");
                    table.ForeignKey(
                        name: "fk_read_records_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_read_records_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    granted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_grants", x => x.id);
                    table.CheckConstraint("ck_role_grants_role_length", "length(\"role\") <= 40");
                    table.ForeignKey(
                        name: "fk_role_grants_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    confirmed = table.Column<bool>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_proposals", x => x.id);
                    table.CheckConstraint("ck_role_proposals_role_length", "length(\"role\") <= 40");
                    table.ForeignKey(
                        name: "fk_role_proposals_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    query_index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shown = table.Column<int>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_records", x => x.id);
                    table.CheckConstraint("ck_search_records_address_length", "length(\"address\") <= 64");
                    table.CheckConstraint("ck_search_records_kind_length", "length(\"kind\") <= 40");
                    table.ForeignKey(
                        name: "fk_search_records_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_absences_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    one_time_password_used = table.Column<bool>(type: "INTEGER", nullable: false),
                    disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_accounts", x => x.id);
                    table.CheckConstraint("ck_staff_accounts_email_length", "length(\"email\") <= 256");
                    table.CheckConstraint("ck_staff_accounts_normalized_email_length", "length(\"normalized_email\") <= 256");
                    table.CheckConstraint("ck_staff_accounts_normalized_user_name_length", "length(\"normalized_user_name\") <= 256");
                    table.CheckConstraint("ck_staff_accounts_user_name_length", "length(\"user_name\") <= 256");
                    table.ForeignKey(
                        name: "fk_staff_accounts_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_guest_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pass_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seat_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_guest_attempts", x => x.id);
                    table.CheckConstraint("ck_joint_guest_attempts_why_length", "length(\"why\") <= 40");
                    table.ForeignKey(
                        name: "fk_joint_guest_attempts_joint_guest_passes_pass_id",
                        column: x => x.pass_id,
                        principalTable: "joint_guest_passes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_checks", x => x.id);
                    table.CheckConstraint("ck_review_checks_note_length", "length(\"note\") <= 1000");
                    table.ForeignKey(
                        name: "fk_review_checks_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_lessons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    hours = table.Column<int>(type: "INTEGER", nullable: true),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_lessons", x => x.id);
                    table.CheckConstraint("ck_review_lessons_cause_length", "length(\"cause\") <= 20");
                    table.CheckConstraint("ck_review_lessons_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_review_lessons_text_length", "length(\"text\") <= 2000");
                    table.ForeignKey(
                        name: "fk_review_lessons_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lead = table.Column<bool>(type: "INTEGER", nullable: false),
                    appointed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_review_members_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_review_members_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_notes", x => x.id);
                    table.CheckConstraint("ck_review_notes_text_length", "length(\"text\") <= 2000");
                    table.ForeignKey(
                        name: "fk_review_notes_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_triggers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    fact_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_triggers", x => x.id);
                    table.CheckConstraint("ck_review_triggers_code_length", "length(\"code\") <= 20");
                    table.CheckConstraint("ck_review_triggers_fact_kind_length", "length(\"fact_kind\") <= 64");
                    table.CheckConstraint("ck_review_triggers_reason_length", "length(\"reason\") <= 1000");
                    table.ForeignKey(
                        name: "fk_review_triggers_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_review_triggers_facts_fact_id",
                        column: x => x.fact_id,
                        principalTable: "facts",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "reviewed_officers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    heard_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    statement = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    no_statement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    advised = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    causation = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    advised_measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    advised_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    advised_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    training_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    decision_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    served_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    served_way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    recheck_asked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recheck_grounds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    recheck_result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    recheck_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    recheck_served_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    appealed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    appeal_grounds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    appeal_result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    appeal_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    appeal_organ = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviewed_officers", x => x.id);
                    table.CheckConstraint("ck_reviewed_officers_appeal_grounds_length", "length(\"appeal_grounds\") <= 4000");
                    table.CheckConstraint("ck_reviewed_officers_appeal_organ_length", "length(\"appeal_organ\") <= 120");
                    table.CheckConstraint("ck_reviewed_officers_appeal_reason_length", "length(\"appeal_reason\") <= 4000");
                    table.CheckConstraint("ck_reviewed_officers_causation_length", "length(\"causation\") <= 4000");
                    table.CheckConstraint("ck_reviewed_officers_decision_number_length", "length(\"decision_number\") <= 60");
                    table.CheckConstraint("ck_reviewed_officers_decision_reason_length", "length(\"decision_reason\") <= 4000");
                    table.CheckConstraint("ck_reviewed_officers_measure", "(measure IS NULL AND opinion IS NULL) OR (measure IS NOT NULL AND opinion IS NOT NULL AND (opinion <> 'NoLiability' OR measure = 'None'))");
                    table.CheckConstraint("ck_reviewed_officers_no_statement_length", "length(\"no_statement\") <= 4000");
                    table.CheckConstraint("ck_reviewed_officers_order", "(decided_at IS NULL OR advised_at IS NOT NULL) AND (advised_at IS NULL OR heard_at IS NOT NULL) AND (heard_at IS NULL OR asked_at IS NOT NULL)");
                    table.CheckConstraint("ck_reviewed_officers_recheck_grounds_length", "length(\"recheck_grounds\") <= 4000");
                    table.CheckConstraint("ck_reviewed_officers_recheck_reason_length", "length(\"recheck_reason\") <= 4000");
                    table.CheckConstraint("ck_reviewed_officers_served_way_length", "length(\"served_way\") <= 40");
                    table.CheckConstraint("ck_reviewed_officers_statement_length", "length(\"statement\") <= 10000");
                    table.ForeignKey(
                        name: "fk_reviewed_officers_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reviewed_officers_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    end_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    offered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    offered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    end_cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitments", x => x.id);
                    table.CheckConstraint("ck_commitments_state_length", "length(\"state\") <= 40");
                    table.ForeignKey(
                        name: "fk_commitments_issued_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "issued_documents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_commitments_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_prints",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_prints", x => x.document_id);
                    table.CheckConstraint("ck_document_prints_sha256_length", "length(\"sha256\") <= 64");
                    table.ForeignKey(
                        name: "fk_document_prints_issued_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "issued_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_document_prints_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letter_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sealed_name = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    copy_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    original_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    copy_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    copy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scan = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_files", x => x.id);
                    table.CheckConstraint("ck_letter_files_copy_length", "length(\"copy\") <= 40");
                    table.CheckConstraint("ck_letter_files_copy_sha256_length", "length(\"copy_sha256\") <= 64");
                    table.CheckConstraint("ck_letter_files_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_letter_files_scan_length", "length(\"scan\") <= 40");
                    table.CheckConstraint("ck_letter_files_sealed_name_length", "length(\"sealed_name\") <= 1200");
                    table.CheckConstraint("ck_letter_files_sha256_length", "length(\"sha256\") <= 64");
                    table.CheckConstraint("ck_letter_files_type_length", "length(\"type\") <= 8");
                    table.ForeignKey(
                        name: "fk_letter_files_opened_letters_letter_id",
                        column: x => x.letter_id,
                        principalTable: "opened_letters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_letter_files_stored_files_copy_id",
                        column: x => x.copy_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_letter_files_stored_files_original_id",
                        column: x => x.original_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clock_extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clock_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    approver = table.Column<Guid>(type: "TEXT", nullable: false),
                    granted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    old_due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    notice_sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_extensions", x => x.id);
                    table.CheckConstraint("ck_clock_extensions_unit_length", "length(\"unit\") <= 40");
                    table.ForeignKey(
                        name: "fk_clock_extensions_petition_clocks_clock_id",
                        column: x => x.clock_id,
                        principalTable: "petition_clocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clock_pauses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clock_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    restart = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason_code = table.Column<string>(type: "TEXT", nullable: false),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_pauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_clock_pauses_petition_clocks_clock_id",
                        column: x => x.clock_id,
                        principalTable: "petition_clocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    approver_role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    clock_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    amount = table.Column<int>(type: "INTEGER", nullable: true),
                    remedy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    organ_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    organ_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    extract = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_proposals", x => x.id);
                    table.CheckConstraint("ck_decision_proposals_approver_role_length", "length(\"approver_role\") <= 40");
                    table.CheckConstraint("ck_decision_proposals_decision_reason_length", "length(\"decision_reason\") <= 2000");
                    table.CheckConstraint("ck_decision_proposals_extract_length", "length(\"extract\") <= 5000");
                    table.CheckConstraint("ck_decision_proposals_ground_length", "length(\"ground\") <= 40");
                    table.CheckConstraint("ck_decision_proposals_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_decision_proposals_organ_kind_length", "length(\"organ_kind\") <= 40");
                    table.CheckConstraint("ck_decision_proposals_organ_name_length", "length(\"organ_name\") <= 120");
                    table.CheckConstraint("ck_decision_proposals_reason_length", "length(\"reason\") <= 2000");
                    table.CheckConstraint("ck_decision_proposals_remedy_length", "length(\"remedy\") <= 40");
                    table.CheckConstraint("ck_decision_proposals_state_length", "length(\"state\") <= 40");
                    table.ForeignKey(
                        name: "fk_decision_proposals_petition_clocks_clock_id",
                        column: x => x.clock_id,
                        principalTable: "petition_clocks",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_decision_proposals_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reply_rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reply_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    law = table.Column<string>(type: "TEXT", nullable: false),
                    articles = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    claim_answers = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    approved = table.Column<bool>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_rounds", x => x.id);
                    table.CheckConstraint("ck_reply_rounds_decision_reason_length", "length(\"decision_reason\") <= 2000");
                    table.ForeignKey(
                        name: "fk_reply_rounds_replies_reply_id",
                        column: x => x.reply_id,
                        principalTable: "replies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "callback_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reply_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    trigger = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_callback_tasks", x => x.id);
                    table.CheckConstraint("ck_callback_tasks_of_one", "(reply_id IS NULL) <> (reception_id IS NULL)");
                    table.CheckConstraint("ck_callback_tasks_trigger_length", "length(\"trigger\") <= 40");
                    table.ForeignKey(
                        name: "fk_callback_tasks_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_callback_tasks_petitions_review_id",
                        column: x => x.review_id,
                        principalTable: "petitions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_callback_tasks_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_callback_tasks_staff_officer_id",
                        column: x => x.officer_id,
                        principalTable: "staff",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "material_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    lines_json = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    given_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_receipts", x => x.id);
                    table.CheckConstraint("ck_material_receipts_digest_length", "length(\"digest\") <= 64");
                    table.CheckConstraint("ck_material_receipts_lines_json_length", "length(\"lines_json\") <= 40000");
                    table.ForeignKey(
                        name: "fk_material_receipts_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ratings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reply_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    attitude = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    timeliness = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first_handler = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ratings", x => x.id);
                    table.CheckConstraint("ck_ratings_attitude_length", "length(\"attitude\") <= 40");
                    table.CheckConstraint("ck_ratings_comment_length", "length(\"comment\") <= 1000");
                    table.CheckConstraint("ck_ratings_first_handler_length", "length(\"first_handler\") <= 40");
                    table.CheckConstraint("ck_ratings_of_one", "(reply_id IS NULL) <> (reception_id IS NULL)");
                    table.CheckConstraint("ck_ratings_result_length", "length(\"result\") <= 40");
                    table.CheckConstraint("ck_ratings_timeliness_length", "length(\"timeliness\") <= 40");
                    table.ForeignKey(
                        name: "fk_ratings_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_ratings_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "reception_entries",
                columns: table => new
                {
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    entered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    paper_slip = table.Column<int>(type: "INTEGER", nullable: true),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reception_entries", x => x.reception_id);
                    table.CheckConstraint("ck_reception_entries_reason_length", "length(\"reason\") <= 1000");
                    table.ForeignKey(
                        name: "fk_reception_entries_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reception_entries_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reception_matters",
                columns: table => new
                {
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reception_matters", x => new { x.reception_id, x.petition_id });
                    table.CheckConstraint("ck_reception_matters_kind_length", "length(\"kind\") <= 40");
                    table.ForeignKey(
                        name: "fk_reception_matters_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reception_matters_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reception_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    counter = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reception_steps", x => x.id);
                    table.CheckConstraint("ck_reception_steps_kind_length", "length(\"kind\") <= 40");
                    table.ForeignKey(
                        name: "fk_reception_steps_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reception_visitors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    identity = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    id_number_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    birth_year = table.Column<int>(type: "INTEGER", nullable: true),
                    acts_for = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reception_visitors", x => x.id);
                    table.CheckConstraint("ck_reception_visitors_acts_for_length", "length(\"acts_for\") <= 120");
                    table.CheckConstraint("ck_reception_visitors_identity_length", "length(\"identity\") <= 8000");
                    table.CheckConstraint("ck_reception_visitors_name_key_length", "length(\"name_key\") <= 240");
                    table.CheckConstraint("ck_reception_visitors_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_reception_visitors_relation_length", "length(\"relation\") <= 40");
                    table.ForeignKey(
                        name: "fk_reception_visitors_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transcripts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    statement = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    rows_json = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    interpreter = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    explanation = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    explained_facts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    explained_law = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    explained_reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    materials = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    materials_json = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    rights_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    rights = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    rights_version = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    read_back = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    signed_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    signature_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    written_from = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_turn = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transcripts", x => x.id);
                    table.CheckConstraint("ck_transcripts_category_length", "length(\"category\") <= 40");
                    table.CheckConstraint("ck_transcripts_digest_length", "length(\"digest\") <= 64");
                    table.CheckConstraint("ck_transcripts_explained_facts_length", "length(\"explained_facts\") <= 4000");
                    table.CheckConstraint("ck_transcripts_explained_law_length", "length(\"explained_law\") <= 4000");
                    table.CheckConstraint("ck_transcripts_explained_reasons_length", "length(\"explained_reasons\") <= 4000");
                    table.CheckConstraint("ck_transcripts_explanation_length", "length(\"explanation\") <= 4000");
                    table.CheckConstraint("ck_transcripts_interpreter_length", "length(\"interpreter\") <= 120");
                    table.CheckConstraint("ck_transcripts_materials_json_length", "length(\"materials_json\") <= 40000");
                    table.CheckConstraint("ck_transcripts_materials_length", "length(\"materials\") <= 4000");
                    table.CheckConstraint("ck_transcripts_place_length", "length(\"place\") <= 200");
                    table.CheckConstraint("ck_transcripts_reason_length", "length(\"reason\") <= 500");
                    table.CheckConstraint("ck_transcripts_rights_length", "length(\"rights\") <= 4000");
                    table.CheckConstraint("ck_transcripts_rights_version_length", "length(\"rights_version\") <= 60");
                    table.CheckConstraint("ck_transcripts_rows_json_length", "length(\"rows_json\") <= 80000");
                    table.CheckConstraint("ck_transcripts_signature_note_length", "length(\"signature_note\") <= 500");
                    table.CheckConstraint("ck_transcripts_statement_length", "length(\"statement\") <= 20000");
                    table.ForeignKey(
                        name: "fk_transcripts_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timetable_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    weekdays = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    to = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    slot_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    public_places = table.Column<int>(type: "INTEGER", nullable: false),
                    internal_places = table.Column<int>(type: "INTEGER", nullable: false),
                    leaders = table.Column<string>(type: "TEXT", maxLength: 660, nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    publish_at_once = table.Column<bool>(type: "INTEGER", nullable: false),
                    set_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetable_rules", x => x.id);
                    table.CheckConstraint("ck_timetable_rules_form_length", "length(\"form\") <= 40");
                    table.ForeignKey(
                        name: "fk_timetable_rules_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_timetable_rules_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_timetable_rules_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "export_downloads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    export_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_downloads", x => x.id);
                    table.CheckConstraint("ck_export_downloads_address_length", "length(\"address\") <= 64");
                    table.ForeignKey(
                        name: "fk_export_downloads_export_jobs_export_id",
                        column: x => x.export_id,
                        principalTable: "export_jobs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_export_downloads_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_asp_net_user_claims_staff_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_asp_net_user_logins_staff_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_asp_net_user_tokens_staff_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_clocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    start_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    late_days = table.Column<int>(type: "INTEGER", nullable: false),
                    warned_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    overdue_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    extension_amount = table.Column<int>(type: "INTEGER", nullable: true),
                    extension_reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    extension_asked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    extension_decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    extension_granted = table.Column<bool>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_clocks", x => x.id);
                    table.CheckConstraint("ck_review_clocks_extension_reason_length", "length(\"extension_reason\") <= 1000");
                    table.CheckConstraint("ck_review_clocks_rule_id_length", "length(\"rule_id\") <= 64");
                    table.CheckConstraint("ck_review_clocks_state_length", "length(\"state\") <= 40");
                    table.ForeignKey(
                        name: "fk_review_clocks_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_review_clocks_reviewed_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "reviewed_officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    number_text = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    issued_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_documents", x => x.id);
                    table.CheckConstraint("ck_review_documents_number_text_length", "length(\"number_text\") <= 60");
                    table.CheckConstraint("ck_review_documents_title_length", "length(\"title\") <= 120");
                    table.CheckConstraint("ck_review_documents_type_length", "length(\"type\") <= 40");
                    table.ForeignKey(
                        name: "fk_review_documents_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_review_documents_reviewed_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "reviewed_officers",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "review_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    factor = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_findings", x => x.id);
                    table.CheckConstraint("ck_review_findings_factor_length", "length(\"factor\") <= 20");
                    table.CheckConstraint("ck_review_findings_text_length", "length(\"text\") <= 4000");
                    table.CheckConstraint("ck_review_findings_verdict_length", "length(\"verdict\") <= 40");
                    table.ForeignKey(
                        name: "fk_review_findings_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_review_findings_reviewed_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "reviewed_officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_opinions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    causation = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    training_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_opinions", x => x.id);
                    table.CheckConstraint("ck_review_opinions_causation_length", "length(\"causation\") <= 4000");
                    table.CheckConstraint("ck_review_opinions_measure_length", "length(\"measure\") <= 40");
                    table.CheckConstraint("ck_review_opinions_opinion_length", "length(\"opinion\") <= 40");
                    table.CheckConstraint("ck_review_opinions_severity_length", "length(\"severity\") <= 40");
                    table.ForeignKey(
                        name: "fk_review_opinions_accountability_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "accountability_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_review_opinions_reviewed_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "reviewed_officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commitment_promises",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_promises", x => x.id);
                    table.CheckConstraint("ck_commitment_promises_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_commitment_promises_side_length", "length(\"side\") <= 40");
                    table.ForeignKey(
                        name: "fk_commitment_promises_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "escalations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    receiver_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    receiver = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    sent_way = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    answer_recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalations", x => x.id);
                    table.CheckConstraint("ck_escalations_answer_length", "length(\"answer\") <= 5000");
                    table.CheckConstraint("ck_escalations_question_length", "length(\"question\") <= 2000");
                    table.CheckConstraint("ck_escalations_receiver_kind_length", "length(\"receiver_kind\") <= 40");
                    table.CheckConstraint("ck_escalations_receiver_length", "length(\"receiver\") <= 120");
                    table.CheckConstraint("ck_escalations_sent_way_length", "length(\"sent_way\") <= 120");
                    table.CheckConstraint("ck_escalations_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_escalations_summary_length", "length(\"summary\") <= 5000");
                    table.ForeignKey(
                        name: "fk_escalations_decision_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "decision_proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_escalations_issued_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "issued_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_escalations_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transcript_scans",
                columns: table => new
                {
                    transcript_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    attachment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transcript_scans", x => new { x.transcript_id, x.attachment_id });
                    table.CheckConstraint("ck_transcript_scans_digest_length", "length(\"digest\") <= 64");
                    table.CheckConstraint("ck_transcript_scans_sha256_length", "length(\"sha256\") <= 64");
                    table.ForeignKey(
                        name: "fk_transcript_scans_attachments_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_transcript_scans_transcripts_transcript_id",
                        column: x => x.transcript_id,
                        principalTable: "transcripts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transcript_signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    transcript_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    signer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signer_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    drawing = table.Column<string>(type: "TEXT", maxLength: 120000, nullable: true),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    witness = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transcript_signatures", x => x.id);
                    table.CheckConstraint("ck_transcript_signatures_digest_length", "length(\"digest\") <= 64");
                    table.CheckConstraint("ck_transcript_signatures_drawing_length", "length(\"drawing\") <= 120000");
                    table.CheckConstraint("ck_transcript_signatures_note_length", "length(\"note\") <= 500");
                    table.CheckConstraint("ck_transcript_signatures_role_length", "length(\"role\") <= 40");
                    table.CheckConstraint("ck_transcript_signatures_signer_name_length", "length(\"signer_name\") <= 120");
                    table.CheckConstraint("ck_transcript_signatures_way_length", "length(\"way\") <= 40");
                    table.CheckConstraint("ck_transcript_signatures_witness_length", "length(\"witness\") <= 120");
                    table.ForeignKey(
                        name: "fk_transcript_signatures_transcripts_transcript_id",
                        column: x => x.transcript_id,
                        principalTable: "transcripts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reception_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    slot_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    leader_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    planned_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    moved_to_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    leader_sat = table.Column<bool>(type: "INTEGER", nullable: true),
                    leader_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    sitting = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    sat_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sat_recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    sat_recorded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rule_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: true),
                    rule_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    superseded = table.Column<bool>(type: "INTEGER", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reception_sessions", x => x.id);
                    table.CheckConstraint("ck_reception_sessions_form_length", "length(\"form\") <= 40");
                    table.CheckConstraint("ck_reception_sessions_leader_note_length", "length(\"leader_note\") <= 500");
                    table.CheckConstraint("ck_reception_sessions_reason_length", "length(\"reason\") <= 500");
                    table.CheckConstraint("ck_reception_sessions_state_length", "length(\"state\") <= 40");
                    table.ForeignKey(
                        name: "fk_reception_sessions_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reception_sessions_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_reception_sessions_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reception_sessions_staff_leader_id",
                        column: x => x.leader_id,
                        principalTable: "staff",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_reception_sessions_timetable_rules_rule_id",
                        column: x => x.rule_id,
                        principalTable: "timetable_rules",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "review_citations",
                columns: table => new
                {
                    finding_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_citations", x => new { x.finding_id, x.fact_id });
                    table.CheckConstraint("ck_review_citations_kind_length", "length(\"kind\") <= 64");
                    table.ForeignKey(
                        name: "fk_review_citations_facts_fact_id",
                        column: x => x.fact_id,
                        principalTable: "facts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_citations_review_findings_finding_id",
                        column: x => x.finding_id,
                        principalTable: "review_findings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "promise_results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    promise_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    judged_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_results", x => x.id);
                    table.CheckConstraint("ck_promise_results_note_length", "length(\"note\") <= 500");
                    table.CheckConstraint("ck_promise_results_outcome_length", "length(\"outcome\") <= 40");
                    table.ForeignKey(
                        name: "fk_promise_results_commitment_promises_promise_id",
                        column: x => x.promise_id,
                        principalTable: "commitment_promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_promise_results_staff_judged_by",
                        column: x => x.judged_by,
                        principalTable: "staff",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "escalation_measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    escalation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_measures", x => x.id);
                    table.CheckConstraint("ck_escalation_measures_owner_length", "length(\"owner\") <= 120");
                    table.CheckConstraint("ck_escalation_measures_result_length", "length(\"result\") <= 1000");
                    table.CheckConstraint("ck_escalation_measures_text_length", "length(\"text\") <= 1000");
                    table.ForeignKey(
                        name: "fk_escalation_measures_escalations_escalation_id",
                        column: x => x.escalation_id,
                        principalTable: "escalations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "leader_quarters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    leader_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leader_quarters", x => x.id);
                    table.ForeignKey(
                        name: "fk_leader_quarters_reception_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "reception_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_leader_quarters_staff_leader_id",
                        column: x => x.leader_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_slots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    public_places = table.Column<int>(type: "INTEGER", nullable: false),
                    internal_places = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_slots", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_slots_reception_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "reception_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "appointments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    code_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    place_number = table.Column<int>(type: "INTEGER", nullable: true),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    listed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    second_officer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    needs = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    contact = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    sms_allowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    contact_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact_ordinal = table.Column<int>(type: "INTEGER", nullable: true),
                    id_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    id_ordinal = table.Column<int>(type: "INTEGER", nullable: true),
                    booked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    held_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    waiting_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    wanted_session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    wanted_slot_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    reminded_for = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointments", x => x.id);
                    table.CheckConstraint("ck_appointments_contact_length", "length(\"contact\") <= 4000");
                    table.CheckConstraint("ck_appointments_end_reason_length", "length(\"end_reason\") <= 500");
                    table.CheckConstraint("ck_appointments_form_length", "length(\"form\") <= 40");
                    table.CheckConstraint("ck_appointments_language_length", "length(\"language\") <= 20");
                    table.CheckConstraint("ck_appointments_needs_length", "length(\"needs\") <= 400");
                    table.CheckConstraint("ck_appointments_reason_length", "length(\"reason\") <= 40");
                    table.CheckConstraint("ck_appointments_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_appointments_topic_length", "length(\"topic\") <= 200");
                    table.ForeignKey(
                        name: "fk_appointments_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appointments_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_appointments_reception_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "reception_sessions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_appointments_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_appointments_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_appointments_session_slots_slot_id",
                        column: x => x.slot_id,
                        principalTable: "session_slots",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_appointments_staff_officer_id",
                        column: x => x.officer_id,
                        principalTable: "staff",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "appointment_persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    identity = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    id_number_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    birth_year = table.Column<int>(type: "INTEGER", nullable: true),
                    admission = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    refusal_reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointment_persons", x => x.id);
                    table.CheckConstraint("ck_appointment_persons_admission_length", "length(\"admission\") <= 40");
                    table.CheckConstraint("ck_appointment_persons_identity_length", "length(\"identity\") <= 8000");
                    table.CheckConstraint("ck_appointment_persons_name_key_length", "length(\"name_key\") <= 240");
                    table.CheckConstraint("ck_appointment_persons_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_appointment_persons_refusal_reason_length", "length(\"refusal_reason\") <= 300");
                    table.ForeignKey(
                        name: "fk_appointment_persons_appointments_appointment_id",
                        column: x => x.appointment_id,
                        principalTable: "appointments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "appointment_wishes",
                columns: table => new
                {
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    half = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointment_wishes", x => new { x.appointment_id, x.rank });
                    table.CheckConstraint("ck_appointment_wishes_half_length", "length(\"half\") <= 40");
                    table.ForeignKey(
                        name: "fk_appointment_wishes_appointments_appointment_id",
                        column: x => x.appointment_id,
                        principalTable: "appointments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appointment_wishes_session_slots_slot_id",
                        column: x => x.slot_id,
                        principalTable: "session_slots",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "video_visits",
                columns: table => new
                {
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joining_office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joining_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hearing_office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    forward_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: true),
                    warn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    warned_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    overdue_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    checked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    forwarded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    days_late = table.Column<int>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    right_office_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    joining_room_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    hearing_room_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    joining_officer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    hearing_officer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    technician = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    backup_phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    fixed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    joining_ready_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    hearing_ready_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    begun_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_video_visits", x => x.appointment_id);
                    table.CheckConstraint("ck_video_visits_backup_phone_length", "length(\"backup_phone\") <= 40");
                    table.CheckConstraint("ck_video_visits_link_length", "length(\"link\") <= 500");
                    table.CheckConstraint("ck_video_visits_note_length", "length(\"note\") <= 500");
                    table.CheckConstraint("ck_video_visits_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_video_visits_technician_length", "length(\"technician\") <= 80");
                    table.ForeignKey(
                        name: "fk_video_visits_appointments_appointment_id",
                        column: x => x.appointment_id,
                        principalTable: "appointments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_video_visits_offices_hearing_office_id",
                        column: x => x.hearing_office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_video_visits_offices_joining_office_id",
                        column: x => x.joining_office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_video_visits_service_points_joining_point_id",
                        column: x => x.joining_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "room_bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    video_visit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    booked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    released_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    released_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_bookings", x => x.id);
                    table.CheckConstraint("ck_room_bookings_purpose_length", "length(\"purpose\") <= 100");
                    table.ForeignKey(
                        name: "fk_room_bookings_reception_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "reception_sessions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_room_bookings_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_room_bookings_video_visits_video_visit_id",
                        column: x => x.video_visit_id,
                        principalTable: "video_visits",
                        principalColumn: "appointment_id");
                });

            migrationBuilder.CreateTable(
                name: "video_recordings",
                columns: table => new
                {
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    consent = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    consent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    consent_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stopped_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    store = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    registered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_video_recordings", x => x.appointment_id);
                    table.CheckConstraint("ck_video_recordings_digest_length", "length(\"digest\") <= 64");
                    table.CheckConstraint("ck_video_recordings_store_length", "length(\"store\") <= 300");
                    table.ForeignKey(
                        name: "fk_video_recordings_video_visits_appointment_id",
                        column: x => x.appointment_id,
                        principalTable: "video_visits",
                        principalColumn: "appointment_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_visit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    video = table.Column<bool>(type: "INTEGER", nullable: false),
                    link = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_places", x => x.id);
                    table.CheckConstraint("ck_joint_places_link_length", "length(\"link\") <= 300");
                    table.CheckConstraint("ck_joint_places_name_length", "length(\"name\") <= 120");
                    table.ForeignKey(
                        name: "fk_joint_places_joint_visits_joint_visit_id",
                        column: x => x.joint_visit_id,
                        principalTable: "joint_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_joint_places_room_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "room_bookings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_joint_places_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "room_quarters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_quarters", x => x.id);
                    table.ForeignKey(
                        name: "fk_room_quarters_room_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "room_bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_room_quarters_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_attempts_address_index_at",
                table: "access_attempts",
                columns: new[] { "address_index", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_access_attempts_at",
                table: "access_attempts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_access_attempts_target_index_at",
                table: "access_attempts",
                columns: new[] { "target_index", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_access_grants_petition_id_granted_at",
                table: "access_grants",
                columns: new[] { "petition_id", "granted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_accountability_reviews_body_id",
                table: "accountability_reviews",
                column: "body_id");

            migrationBuilder.CreateIndex(
                name: "ix_accountability_reviews_checklist_id",
                table: "accountability_reviews",
                column: "checklist_id");

            migrationBuilder.CreateIndex(
                name: "ix_accountability_reviews_investigating_office_id",
                table: "accountability_reviews",
                column: "investigating_office_id");

            migrationBuilder.CreateIndex(
                name: "ix_accountability_reviews_office_id_closed_at",
                table: "accountability_reviews",
                columns: new[] { "office_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_accountability_reviews_office_id_proposed_at_id",
                table: "accountability_reviews",
                columns: new[] { "office_id", "proposed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_accountability_reviews_running",
                table: "accountability_reviews",
                column: "petition_id",
                unique: true,
                filter: "state IN ('Proposed', 'Opened', 'Investigating', 'Heard')");

            migrationBuilder.CreateIndex(
                name: "ix_appointment_persons_appointment_id_ordinal",
                table: "appointment_persons",
                columns: new[] { "appointment_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appointment_persons_id_number_index",
                table: "appointment_persons",
                column: "id_number_index");

            migrationBuilder.CreateIndex(
                name: "ix_appointment_persons_phone_index",
                table: "appointment_persons",
                column: "phone_index");

            migrationBuilder.CreateIndex(
                name: "ix_appointment_wishes_slot_id",
                table: "appointment_wishes",
                column: "slot_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_code_hash",
                table: "appointments",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appointments_office_id_listed_at_id",
                table: "appointments",
                columns: new[] { "office_id", "listed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_appointments_officer_id",
                table: "appointments",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_petition_id",
                table: "appointments",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_reception_id",
                table: "appointments",
                column: "reception_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_service_point_id",
                table: "appointments",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_session_id",
                table: "appointments",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_state_day",
                table: "appointments",
                columns: new[] { "state", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_appointments_state_held_until",
                table: "appointments",
                columns: new[] { "state", "held_until" });

            migrationBuilder.CreateIndex(
                name: "ix_appointments_submission_key",
                table: "appointments",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appointments_wanted_session_id_state_waiting_since_id",
                table: "appointments",
                columns: new[] { "wanted_session_id", "state", "waiting_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_appointments_contact",
                table: "appointments",
                columns: new[] { "contact_index", "contact_ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_appointments_person",
                table: "appointments",
                columns: new[] { "id_index", "id_ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_appointments_place",
                table: "appointments",
                columns: new[] { "slot_id", "place_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_claims_user_id",
                table: "asp_net_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_logins_user_id",
                table: "asp_net_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_staff_id_to_petition_id",
                table: "assignments",
                columns: new[] { "staff_id", "to", "petition_id" });

            migrationBuilder.CreateIndex(
                name: "ux_assignments_active",
                table: "assignments",
                columns: new[] { "petition_id", "kind" },
                unique: true,
                filter: "\"to\" IS NULL AND kind <> 'FollowUpOfficer'");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_copy_id",
                table: "attachments",
                column: "copy_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_original_id",
                table: "attachments",
                column: "original_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_petition_id_sha256",
                table: "attachments",
                columns: new[] { "petition_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachments_scan",
                table: "attachments",
                column: "scan");

            migrationBuilder.CreateIndex(
                name: "ix_backup_records_kind_at",
                table: "backup_records",
                columns: new[] { "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_callback_tasks_officer",
                table: "callback_tasks",
                columns: new[] { "officer_id", "opened_at" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_callback_tasks_open",
                table: "callback_tasks",
                columns: new[] { "opened_at", "id" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_callback_tasks_petition_id",
                table: "callback_tasks",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_callback_tasks_reception_id",
                table: "callback_tasks",
                column: "reception_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_callback_tasks_reply_id",
                table: "callback_tasks",
                column: "reply_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_callback_tasks_review_id",
                table: "callback_tasks",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_notes_petition_id_at",
                table: "case_notes",
                columns: new[] { "petition_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_clock_extensions_clock_id",
                table: "clock_extensions",
                column: "clock_id");

            migrationBuilder.CreateIndex(
                name: "ix_clock_pauses_clock_id",
                table: "clock_pauses",
                column: "clock_id");

            migrationBuilder.CreateIndex(
                name: "ix_clock_rules_rule_id_version",
                table: "clock_rules",
                columns: new[] { "rule_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_closures_office_id_last_day",
                table: "closures",
                columns: new[] { "office_id", "last_day" });

            migrationBuilder.CreateIndex(
                name: "ix_closures_service_point_id",
                table: "closures",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_closures_submission_key",
                table: "closures",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_promises_commitment_id_kind",
                table: "commitment_promises",
                columns: new[] { "commitment_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitments_document_id",
                table: "commitments",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_petition_id_offered_at",
                table: "commitments",
                columns: new[] { "petition_id", "offered_at" });

            migrationBuilder.CreateIndex(
                name: "ux_commitments_active",
                table: "commitments",
                column: "petition_id",
                unique: true,
                filter: "state IN ('Offered', 'Signed')");

            migrationBuilder.CreateIndex(
                name: "ix_counter_openings_service_point_id_day_opened_at",
                table: "counter_openings",
                columns: new[] { "service_point_id", "day", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_daily_roots_previous",
                table: "daily_roots",
                column: "previous",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_day_sheets_service_point_id_day",
                table: "day_sheets",
                columns: new[] { "service_point_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_proposals_clock_id",
                table: "decision_proposals",
                column: "clock_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_proposals_state_proposed_at_id",
                table: "decision_proposals",
                columns: new[] { "state", "proposed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_decision_proposals_waiting",
                table: "decision_proposals",
                columns: new[] { "petition_id", "kind" },
                unique: true,
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_departments_code",
                table: "departments",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_departments_office_id",
                table: "departments",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_departments_parent_id",
                table: "departments",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_prints_file_id",
                table: "document_prints",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_templates_type_state_category_track_version",
                table: "document_templates",
                columns: new[] { "type", "state", "category", "track", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_draft_files_copy_id",
                table: "draft_files",
                column: "copy_id");

            migrationBuilder.CreateIndex(
                name: "ix_draft_files_draft_id_sha256",
                table: "draft_files",
                columns: new[] { "draft_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_draft_files_original_id",
                table: "draft_files",
                column: "original_id");

            migrationBuilder.CreateIndex(
                name: "ix_draft_files_scan",
                table: "draft_files",
                column: "scan");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_expires_at",
                table: "drafts",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_return_code_hash",
                table: "drafts",
                column: "return_code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_drafts_token_hash",
                table: "drafts",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_emergency_calls_office_id_called_at_id",
                table: "emergency_calls",
                columns: new[] { "office_id", "called_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_emergency_calls_service_point_id",
                table: "emergency_calls",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_measures_escalation_id_number",
                table: "escalation_measures",
                columns: new[] { "escalation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_escalation_measures_open",
                table: "escalation_measures",
                columns: new[] { "due_on", "id" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_escalations_document_id",
                table: "escalations",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalations_petition_id_approved_at",
                table: "escalations",
                columns: new[] { "petition_id", "approved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_escalations_proposal_id",
                table: "escalations",
                column: "proposal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_export_downloads_export_id_at",
                table: "export_downloads",
                columns: new[] { "export_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_export_downloads_staff_id",
                table: "export_downloads",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_export_jobs_file_id",
                table: "export_jobs",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_export_jobs_made_by_asked_at_id",
                table: "export_jobs",
                columns: new[] { "made_by", "asked_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_export_jobs_office_id",
                table: "export_jobs",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_export_jobs_state_asked_at_id",
                table: "export_jobs",
                columns: new[] { "state", "asked_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_facts_audited",
                table: "facts",
                column: "id",
                filter: "subject IN ('Setting', 'Office', 'Staff')");

            migrationBuilder.CreateIndex(
                name: "ix_facts_kind_at",
                table: "facts",
                columns: new[] { "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_facts_recorded_at",
                table: "facts",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_facts_risk_closed",
                table: "facts",
                column: "subject_id",
                filter: "kind = 'UrgentRiskClosed'");

            migrationBuilder.CreateIndex(
                name: "ix_facts_subject_subject_id_seq",
                table: "facts",
                columns: new[] { "subject", "subject_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hall_devices_service_point_id",
                table: "hall_devices",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_hall_devices_token_hash",
                table: "hall_devices",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hand_ins_handed_in_by_entered_at",
                table: "hand_ins",
                columns: new[] { "handed_in_by", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_ins_office_id_completed_at_entered_at",
                table: "hand_ins",
                columns: new[] { "office_id", "completed_at", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_ins_service_point_id",
                table: "hand_ins",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_indicator_items_office_id_measure_day_petition_id",
                table: "indicator_items",
                columns: new[] { "office_id", "measure", "day", "petition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_issued_documents_number_text",
                table: "issued_documents",
                column: "number_text");

            migrationBuilder.CreateIndex(
                name: "ix_issued_documents_office_id_word_year_serial",
                table: "issued_documents",
                columns: new[] { "office_id", "word", "year", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_issued_documents_petition_id_issued_at",
                table: "issued_documents",
                columns: new[] { "petition_id", "issued_at" });

            migrationBuilder.CreateIndex(
                name: "ix_issued_documents_template_id",
                table: "issued_documents",
                column: "template_id");

            migrationBuilder.CreateIndex(
                name: "ix_joint_agenda_items_joint_visit_id_position",
                table: "joint_agenda_items",
                columns: new[] { "joint_visit_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_joint_cases_petition_id",
                table: "joint_cases",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ux_joint_cases_open",
                table: "joint_cases",
                column: "petition_id",
                unique: true,
                filter: "\"open\"");

            migrationBuilder.CreateIndex(
                name: "ix_joint_guest_attempts_joint_visit_id_at",
                table: "joint_guest_attempts",
                columns: new[] { "joint_visit_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_joint_guest_attempts_pass_id",
                table: "joint_guest_attempts",
                column: "pass_id");

            migrationBuilder.CreateIndex(
                name: "ix_joint_guest_passes_holder_hash",
                table: "joint_guest_passes",
                column: "holder_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_joint_guest_passes_joint_visit_id_seat_id",
                table: "joint_guest_passes",
                columns: new[] { "joint_visit_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_joint_guest_passes_token_hash",
                table: "joint_guest_passes",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_joint_measures_joint_visit_id_number",
                table: "joint_measures",
                columns: new[] { "joint_visit_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_joint_measures_state_due_on",
                table: "joint_measures",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_joint_minutes_joint_visit_id_position",
                table: "joint_minutes",
                columns: new[] { "joint_visit_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_joint_papers_joint_visit_id_seat_id_measure_id_sha256",
                table: "joint_papers",
                columns: new[] { "joint_visit_id", "seat_id", "measure_id", "sha256" });

            migrationBuilder.CreateIndex(
                name: "ix_joint_places_booking_id",
                table: "joint_places",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "ix_joint_places_joint_visit_id",
                table: "joint_places",
                column: "joint_visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_joint_places_room_id",
                table: "joint_places",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_joint_seats_department_id",
                table: "joint_seats",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_joint_seats_joint_visit_id",
                table: "joint_seats",
                column: "joint_visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_joint_seats_staff_id",
                table: "joint_seats",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_joint_signatures_joint_visit_id_round_seat_id",
                table: "joint_signatures",
                columns: new[] { "joint_visit_id", "round", "seat_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_joint_visits_office_id_state_proposed_at_id",
                table: "joint_visits",
                columns: new[] { "office_id", "state", "proposed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_joint_visits_submission_key",
                table: "joint_visits",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_joint_visits_trigger_key",
                table: "joint_visits",
                column: "trigger_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leader_quarters_leader_id_starts_at",
                table: "leader_quarters",
                columns: new[] { "leader_id", "starts_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leader_quarters_session_id",
                table: "leader_quarters",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_office_id_entered_at_id",
                table: "letter_batches",
                columns: new[] { "office_id", "entered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_opened_by",
                table: "letter_batches",
                column: "opened_by");

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_opened_with",
                table: "letter_batches",
                column: "opened_with");

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_submission_key",
                table: "letter_batches",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_batch_id_sha256",
                table: "letter_files",
                columns: new[] { "batch_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_copy_id",
                table: "letter_files",
                column: "copy_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_letter_id",
                table: "letter_files",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_original_id",
                table: "letter_files",
                column: "original_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_scan",
                table: "letter_files",
                column: "scan");

            migrationBuilder.CreateIndex(
                name: "ix_letter_hand_overs_batch_id_to_id",
                table: "letter_hand_overs",
                columns: new[] { "batch_id", "to_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_hand_overs_by_id",
                table: "letter_hand_overs",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_hand_overs_to_id",
                table: "letter_hand_overs",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_steps_notice_id_at_id",
                table: "letter_steps",
                columns: new[] { "notice_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_limit_counts_minute",
                table: "limit_counts",
                column: "minute");

            migrationBuilder.CreateIndex(
                name: "ix_material_receipts_reception_id_number",
                table: "material_receipts",
                columns: new[] { "reception_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_templates_code_version",
                table: "notice_templates",
                columns: new[] { "code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_by_person",
                table: "notices",
                columns: new[] { "office_id", "state", "created_at", "id" },
                filter: "channel IN ('Post', 'PlainEnvelope', 'Telephone', 'Counter')");

            migrationBuilder.CreateIndex(
                name: "ix_notices_in_hand",
                table: "notices",
                columns: new[] { "office_id", "created_at", "id" },
                filter: "channel IN ('Post', 'PlainEnvelope', 'Telephone', 'Counter') AND state IN ('Queued', 'Printed', 'Sent', 'Returned', 'Failed')");

            migrationBuilder.CreateIndex(
                name: "ix_notices_key",
                table: "notices",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_petition_id_created_at_id",
                table: "notices",
                columns: new[] { "petition_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_staff_id_created_at_id",
                table: "notices",
                columns: new[] { "staff_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_state_next_attempt_at_id",
                table: "notices",
                columns: new[] { "state", "next_attempt_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_undelivered",
                table: "notices",
                columns: new[] { "created_at", "id", "petition_id" },
                filter: "state IN ('Parked', 'GivenUp', 'Returned') AND staff_id IS NULL AND petition_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_offices_code",
                table: "offices",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offices_parent_id",
                table: "offices",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_offices_public_prefix",
                table: "offices",
                column: "public_prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opened_letters_batch_id_position",
                table: "opened_letters",
                columns: new[] { "batch_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opened_letters_disposition_decided_at",
                table: "opened_letters",
                columns: new[] { "disposition", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_opened_letters_petition_id",
                table: "opened_letters",
                column: "petition_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_slip_pads_printed_by",
                table: "paper_slip_pads",
                column: "printed_by");

            migrationBuilder.CreateIndex(
                name: "ix_paper_slip_pads_service_point_id_first",
                table: "paper_slip_pads",
                columns: new[] { "service_point_id", "first" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_lookups_staff_id_at",
                table: "person_lookups",
                columns: new[] { "staff_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_additions_petition_id",
                table: "petition_additions",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_petition_additions_submission_key",
                table: "petition_additions",
                column: "submission_key",
                unique: true,
                filter: "submission_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_petition_clocks_petition_id_state",
                table: "petition_clocks",
                columns: new[] { "petition_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_clocks_state_due_on",
                table: "petition_clocks",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_clocks_state_next_step_on",
                table: "petition_clocks",
                columns: new[] { "state", "next_step_on" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_links_live",
                table: "petition_links",
                columns: new[] { "target_id", "petition_id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_petition_links_merged",
                table: "petition_links",
                column: "petition_id",
                unique: true,
                filter: "kind = 'Merged' AND ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_petition_links_pair",
                table: "petition_links",
                columns: new[] { "petition_id", "target_id", "kind" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_petition_links_target_id",
                table: "petition_links",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "ix_petition_parties_id_number_index",
                table: "petition_parties",
                column: "id_number_index");

            migrationBuilder.CreateIndex(
                name: "ix_petition_parties_name_key_birth_year_id",
                table: "petition_parties",
                columns: new[] { "name_key", "birth_year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_parties_petition_id",
                table: "petition_parties",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_petition_parties_phone_index",
                table: "petition_parties",
                column: "phone_index");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_department_id_state_received_at_id",
                table: "petitions",
                columns: new[] { "department_id", "state", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_petitions_drafted",
                table: "petitions",
                columns: new[] { "state_since", "id", "office_id", "state", "department_id", "track", "first_handler_id", "registered_by" },
                filter: "state = 'OpinionDrafted'");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_due",
                table: "petitions",
                columns: new[] { "next_due_on", "id", "office_id", "state", "department_id", "first_handler_id", "registered_by" },
                filter: "state NOT IN ('Closed', 'Archived')");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_emergency",
                table: "petitions",
                columns: new[] { "office_id", "urgency", "received_at" },
                filter: "urgency = 'Emergency' AND state NOT IN ('Closed', 'Archived')");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_first_handler_id",
                table: "petitions",
                column: "first_handler_id");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_handled_open",
                table: "petitions",
                columns: new[] { "first_handler_id", "id" },
                filter: "state NOT IN ('Closed', 'Archived')");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_number",
                table: "petitions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_petitions_office_id_received_at_id",
                table: "petitions",
                columns: new[] { "office_id", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_petitions_office_id_state_received_at_id",
                table: "petitions",
                columns: new[] { "office_id", "state", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_petitions_open",
                table: "petitions",
                columns: new[] { "received_at", "id", "office_id", "state", "next_due_on", "department_id", "first_handler_id", "registered_by" },
                filter: "state NOT IN ('Closed', 'Archived')");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_received_open",
                table: "petitions",
                columns: new[] { "received_on", "id" },
                filter: "state NOT IN ('Closed', 'Archived')");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_registered_by_office_id",
                table: "petitions",
                columns: new[] { "registered_by", "office_id" });

            migrationBuilder.CreateIndex(
                name: "ix_petitions_registered_open",
                table: "petitions",
                columns: new[] { "registered_by", "id" },
                filter: "state NOT IN ('Closed', 'Archived')");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_state_received_at_id",
                table: "petitions",
                columns: new[] { "state", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_petitions_unaccepted",
                table: "petitions",
                columns: new[] { "received_at", "id", "office_id", "state", "department_id", "first_handler_id", "registered_by" },
                filter: "state IN ('Registered', 'Screening', 'AwaitingMaterials')");

            migrationBuilder.CreateIndex(
                name: "ix_point_people_staff_id",
                table: "point_people",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_promise_results_judged_by",
                table: "promise_results",
                column: "judged_by");

            migrationBuilder.CreateIndex(
                name: "ix_promise_results_promise_id_outcome",
                table: "promise_results",
                columns: new[] { "promise_id", "outcome" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_query_code_hand_overs_given_by",
                table: "query_code_hand_overs",
                column: "given_by");

            migrationBuilder.CreateIndex(
                name: "ix_query_code_hand_overs_petition_id",
                table: "query_code_hand_overs",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_query_code_hand_overs_submission_key",
                table: "query_code_hand_overs",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quota_rules_rule_id_version",
                table: "quota_rules",
                columns: new[] { "rule_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ratings_petition_id",
                table: "ratings",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_ratings_reception_id",
                table: "ratings",
                column: "reception_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ratings_reply_id",
                table: "ratings",
                column: "reply_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_read_records_petition_id_at",
                table: "read_records",
                columns: new[] { "petition_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_read_records_staff_id_at",
                table: "read_records",
                columns: new[] { "staff_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_entries_service_point_id_paper_slip",
                table: "reception_entries",
                columns: new[] { "service_point_id", "paper_slip" },
                unique: true,
                filter: "paper_slip IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reception_matters_petition_id",
                table: "reception_matters",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_leader_id",
                table: "reception_sessions",
                column: "leader_id");

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_office_id_day_starts_at_id",
                table: "reception_sessions",
                columns: new[] { "office_id", "day", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_room_id",
                table: "reception_sessions",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_rule_id_rule_version_rule_day",
                table: "reception_sessions",
                columns: new[] { "rule_id", "rule_version", "rule_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_sat_by_id_day",
                table: "reception_sessions",
                columns: new[] { "sat_by_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_service_point_id_day_starts_at_id",
                table: "reception_sessions",
                columns: new[] { "service_point_id", "day", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_submission_key",
                table: "reception_sessions",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reception_steps_reception_id_at",
                table: "reception_steps",
                columns: new[] { "reception_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_visitors_id_number_index",
                table: "reception_visitors",
                column: "id_number_index");

            migrationBuilder.CreateIndex(
                name: "ix_reception_visitors_name_key_birth_year_id",
                table: "reception_visitors",
                columns: new[] { "name_key", "birth_year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_visitors_phone_index",
                table: "reception_visitors",
                column: "phone_index");

            migrationBuilder.CreateIndex(
                name: "ix_reception_visitors_reception_id",
                table: "reception_visitors",
                column: "reception_id");

            migrationBuilder.CreateIndex(
                name: "ix_receptions_office_id_arrived_at_id",
                table: "receptions",
                columns: new[] { "office_id", "arrived_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_receptions_place_token",
                table: "receptions",
                column: "place_token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receptions_service_point_id_day_state_queue_rank_queue_at_id",
                table: "receptions",
                columns: new[] { "service_point_id", "day", "state", "queue_rank", "queue_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_receptions_submission_key",
                table: "receptions",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_receptions_receiver",
                table: "receptions",
                column: "receiver_id",
                unique: true,
                filter: "state IN ('Called', 'InReception')");

            migrationBuilder.CreateIndex(
                name: "ux_receptions_ticket",
                table: "receptions",
                columns: new[] { "service_point_id", "day", "prefix", "ticket_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reference_items_list_code_parent_version",
                table: "reference_items",
                columns: new[] { "list", "code", "parent", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_replies_petition_id_state",
                table: "replies",
                columns: new[] { "petition_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_reply_rounds_reply_id_number",
                table: "reply_rounds",
                columns: new[] { "reply_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_respondents_department_id",
                table: "respondents",
                column: "department_id",
                filter: "department_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_respondents_name_key_id",
                table: "respondents",
                columns: new[] { "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_respondents_petition_id_staff_id",
                table: "respondents",
                columns: new[] { "petition_id", "staff_id" });

            migrationBuilder.CreateIndex(
                name: "ix_respondents_staff_id",
                table: "respondents",
                column: "staff_id",
                filter: "staff_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_retaliation_reports_open",
                table: "retaliation_reports",
                columns: new[] { "reported_at", "id" },
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_retaliation_reports_petition_id",
                table: "retaliation_reports",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_retaliation_reports_submission_key",
                table: "retaliation_reports",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_checklists_office_id_number",
                table: "review_checklists",
                columns: new[] { "office_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_checks_review_id",
                table: "review_checks",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_citations_fact_id",
                table: "review_citations",
                column: "fact_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_clocks_officer_id",
                table: "review_clocks",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_clocks_review_id",
                table: "review_clocks",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_clocks_state_due_on",
                table: "review_clocks",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_review_documents_officer_id",
                table: "review_documents",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_documents_review_id",
                table: "review_documents",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ux_review_documents_number",
                table: "review_documents",
                column: "number_text",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_findings_officer_id",
                table: "review_findings",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_findings_review_id",
                table: "review_findings",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_lessons_review_id",
                table: "review_lessons",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_members_review_id_staff_id",
                table: "review_members",
                columns: new[] { "review_id", "staff_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_members_staff_id",
                table: "review_members",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ux_review_members_lead",
                table: "review_members",
                column: "review_id",
                unique: true,
                filter: "\"lead\"");

            migrationBuilder.CreateIndex(
                name: "ix_review_notes_review_id",
                table: "review_notes",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_opinions_officer_id",
                table: "review_opinions",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_opinions_review_id",
                table: "review_opinions",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_triggers_review_id",
                table: "review_triggers",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ux_review_triggers_fact",
                table: "review_triggers",
                column: "fact_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviewed_officers_review_id_staff_id",
                table: "reviewed_officers",
                columns: new[] { "review_id", "staff_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviewed_officers_staff_id_asked_at",
                table: "reviewed_officers",
                columns: new[] { "staff_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_office_id_role",
                table: "role_grants",
                columns: new[] { "office_id", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_staff_id",
                table: "role_grants",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_office_id_decided_by",
                table: "role_proposals",
                columns: new[] { "office_id", "decided_by" });

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_staff_id",
                table: "role_proposals",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_bookings_room_id_day_starts_at",
                table: "room_bookings",
                columns: new[] { "room_id", "day", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_room_bookings_session_id",
                table: "room_bookings",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_bookings_video_visit_id",
                table: "room_bookings",
                column: "video_visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_quarters_booking_id",
                table: "room_quarters",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_quarters_room_id_starts_at",
                table: "room_quarters",
                columns: new[] { "room_id", "starts_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rooms_office_id",
                table: "rooms",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_rooms_service_point_id",
                table: "rooms",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_rooms_submission_key",
                table: "rooms",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_records_staff_id_at",
                table: "search_records",
                columns: new[] { "staff_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_points_code",
                table: "service_points",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_points_department_id",
                table: "service_points",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_points_office_id",
                table: "service_points",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_slots_session_id_starts_at",
                table: "session_slots",
                columns: new[] { "session_id", "starts_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_failures_subject_at",
                table: "sign_in_failures",
                columns: new[] { "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_department_id_active",
                table: "staff",
                columns: new[] { "department_id", "active" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_name_key",
                table: "staff",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_staff_name_order_id",
                table: "staff",
                columns: new[] { "name_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_office_id",
                table: "staff",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_absences_staff_id",
                table: "staff_absences",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "staff_accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_staff_accounts_staff_id",
                table: "staff_accounts",
                column: "staff_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "staff_accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_account_id_ended_at",
                table: "staff_sessions",
                columns: new[] { "account_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_store_name",
                table: "stored_files",
                column: "store_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submission_keys_petition_id",
                table: "submission_keys",
                column: "petition_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timetable_rules_office_id",
                table: "timetable_rules",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_timetable_rules_room_id",
                table: "timetable_rules",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_timetable_rules_service_point_id",
                table: "timetable_rules",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_timetable_rules_submission_key",
                table: "timetable_rules",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_transcript_scans_attachment_id",
                table: "transcript_scans",
                column: "attachment_id");

            migrationBuilder.CreateIndex(
                name: "ix_transcript_signatures_transcript_id_role_signer_id",
                table: "transcript_signatures",
                columns: new[] { "transcript_id", "role", "signer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_transcripts_reception_id_number",
                table: "transcripts",
                columns: new[] { "reception_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_video_visits_hearing_office_id_state",
                table: "video_visits",
                columns: new[] { "hearing_office_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_video_visits_joining_office_id_state_forward_due_on",
                table: "video_visits",
                columns: new[] { "joining_office_id", "state", "forward_due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_video_visits_joining_point_id",
                table: "video_visits",
                column: "joining_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_video_visits_state_forward_due_on",
                table: "video_visits",
                columns: new[] { "state", "forward_due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_weekly_letters_office_id_week_start",
                table: "weekly_letters",
                columns: new[] { "office_id", "week_start" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_attempts");

            migrationBuilder.DropTable(
                name: "access_grants");

            migrationBuilder.DropTable(
                name: "appointment_persons");

            migrationBuilder.DropTable(
                name: "appointment_wishes");

            migrationBuilder.DropTable(
                name: "asp_net_user_claims");

            migrationBuilder.DropTable(
                name: "asp_net_user_logins");

            migrationBuilder.DropTable(
                name: "asp_net_user_tokens");

            migrationBuilder.DropTable(
                name: "assignments");

            migrationBuilder.DropTable(
                name: "backup_records");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "callback_tasks");

            migrationBuilder.DropTable(
                name: "case_notes");

            migrationBuilder.DropTable(
                name: "chain_heads");

            migrationBuilder.DropTable(
                name: "clock_extensions");

            migrationBuilder.DropTable(
                name: "clock_offsets");

            migrationBuilder.DropTable(
                name: "clock_pauses");

            migrationBuilder.DropTable(
                name: "clock_rules");

            migrationBuilder.DropTable(
                name: "closures");

            migrationBuilder.DropTable(
                name: "counter_openings");

            migrationBuilder.DropTable(
                name: "daily_roots");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "day_sheets");

            migrationBuilder.DropTable(
                name: "document_counters");

            migrationBuilder.DropTable(
                name: "document_prints");

            migrationBuilder.DropTable(
                name: "draft_files");

            migrationBuilder.DropTable(
                name: "emergency_calls");

            migrationBuilder.DropTable(
                name: "escalation_measures");

            migrationBuilder.DropTable(
                name: "export_downloads");

            migrationBuilder.DropTable(
                name: "fact_values");

            migrationBuilder.DropTable(
                name: "hall_devices");

            migrationBuilder.DropTable(
                name: "hand_ins");

            migrationBuilder.DropTable(
                name: "indicator_cursors");

            migrationBuilder.DropTable(
                name: "indicator_days");

            migrationBuilder.DropTable(
                name: "indicator_items");

            migrationBuilder.DropTable(
                name: "intake_entries");

            migrationBuilder.DropTable(
                name: "job_slots");

            migrationBuilder.DropTable(
                name: "joint_agenda_items");

            migrationBuilder.DropTable(
                name: "joint_cases");

            migrationBuilder.DropTable(
                name: "joint_guest_attempts");

            migrationBuilder.DropTable(
                name: "joint_measures");

            migrationBuilder.DropTable(
                name: "joint_minutes");

            migrationBuilder.DropTable(
                name: "joint_papers");

            migrationBuilder.DropTable(
                name: "joint_places");

            migrationBuilder.DropTable(
                name: "joint_seats");

            migrationBuilder.DropTable(
                name: "joint_signatures");

            migrationBuilder.DropTable(
                name: "leader_quarters");

            migrationBuilder.DropTable(
                name: "letter_files");

            migrationBuilder.DropTable(
                name: "letter_hand_overs");

            migrationBuilder.DropTable(
                name: "letter_steps");

            migrationBuilder.DropTable(
                name: "limit_counts");

            migrationBuilder.DropTable(
                name: "material_receipts");

            migrationBuilder.DropTable(
                name: "notice_templates");

            migrationBuilder.DropTable(
                name: "paper_slip_pads");

            migrationBuilder.DropTable(
                name: "person_lookups");

            migrationBuilder.DropTable(
                name: "petition_additions");

            migrationBuilder.DropTable(
                name: "petition_links");

            migrationBuilder.DropTable(
                name: "petition_parties");

            migrationBuilder.DropTable(
                name: "point_people");

            migrationBuilder.DropTable(
                name: "portal_nodes");

            migrationBuilder.DropTable(
                name: "promise_results");

            migrationBuilder.DropTable(
                name: "query_code_hand_overs");

            migrationBuilder.DropTable(
                name: "quota_rules");

            migrationBuilder.DropTable(
                name: "ratings");

            migrationBuilder.DropTable(
                name: "read_records");

            migrationBuilder.DropTable(
                name: "reception_entries");

            migrationBuilder.DropTable(
                name: "reception_matters");

            migrationBuilder.DropTable(
                name: "reception_steps");

            migrationBuilder.DropTable(
                name: "reception_visitors");

            migrationBuilder.DropTable(
                name: "reference_items");

            migrationBuilder.DropTable(
                name: "reply_rounds");

            migrationBuilder.DropTable(
                name: "respondents");

            migrationBuilder.DropTable(
                name: "retaliation_reports");

            migrationBuilder.DropTable(
                name: "review_checks");

            migrationBuilder.DropTable(
                name: "review_citations");

            migrationBuilder.DropTable(
                name: "review_clocks");

            migrationBuilder.DropTable(
                name: "review_documents");

            migrationBuilder.DropTable(
                name: "review_lessons");

            migrationBuilder.DropTable(
                name: "review_members");

            migrationBuilder.DropTable(
                name: "review_notes");

            migrationBuilder.DropTable(
                name: "review_opinions");

            migrationBuilder.DropTable(
                name: "review_triggers");

            migrationBuilder.DropTable(
                name: "role_grants");

            migrationBuilder.DropTable(
                name: "role_proposals");

            migrationBuilder.DropTable(
                name: "room_quarters");

            migrationBuilder.DropTable(
                name: "search_queue");

            migrationBuilder.DropTable(
                name: "search_records");

            migrationBuilder.DropTable(
                name: "sign_in_failures");

            migrationBuilder.DropTable(
                name: "staff_absences");

            migrationBuilder.DropTable(
                name: "staff_sessions");

            migrationBuilder.DropTable(
                name: "submission_keys");

            migrationBuilder.DropTable(
                name: "transcript_scans");

            migrationBuilder.DropTable(
                name: "transcript_signatures");

            migrationBuilder.DropTable(
                name: "video_recordings");

            migrationBuilder.DropTable(
                name: "weekly_letters");

            migrationBuilder.DropTable(
                name: "staff_accounts");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "escalations");

            migrationBuilder.DropTable(
                name: "export_jobs");

            migrationBuilder.DropTable(
                name: "joint_guest_passes");

            migrationBuilder.DropTable(
                name: "opened_letters");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "commitment_promises");

            migrationBuilder.DropTable(
                name: "replies");

            migrationBuilder.DropTable(
                name: "review_findings");

            migrationBuilder.DropTable(
                name: "facts");

            migrationBuilder.DropTable(
                name: "room_bookings");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "transcripts");

            migrationBuilder.DropTable(
                name: "decision_proposals");

            migrationBuilder.DropTable(
                name: "joint_visits");

            migrationBuilder.DropTable(
                name: "letter_batches");

            migrationBuilder.DropTable(
                name: "commitments");

            migrationBuilder.DropTable(
                name: "reviewed_officers");

            migrationBuilder.DropTable(
                name: "video_visits");

            migrationBuilder.DropTable(
                name: "stored_files");

            migrationBuilder.DropTable(
                name: "petition_clocks");

            migrationBuilder.DropTable(
                name: "issued_documents");

            migrationBuilder.DropTable(
                name: "accountability_reviews");

            migrationBuilder.DropTable(
                name: "appointments");

            migrationBuilder.DropTable(
                name: "document_templates");

            migrationBuilder.DropTable(
                name: "review_checklists");

            migrationBuilder.DropTable(
                name: "petitions");

            migrationBuilder.DropTable(
                name: "receptions");

            migrationBuilder.DropTable(
                name: "session_slots");

            migrationBuilder.DropTable(
                name: "reception_sessions");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "timetable_rules");

            migrationBuilder.DropTable(
                name: "rooms");

            migrationBuilder.DropTable(
                name: "service_points");

            migrationBuilder.DropTable(
                name: "departments");

            migrationBuilder.DropTable(
                name: "offices");
        }
    }
}
