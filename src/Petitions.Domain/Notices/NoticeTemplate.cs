namespace Petitions.Domain.Notices;

/// <summary>Text of a kind of notice in both languages (通知模板). A change makes a new version; the newest is used.</summary>
public sealed class NoticeTemplate
{
    private NoticeTemplate()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public int Version { get; private set; }

    public string SubjectZh { get; private set; } = "";

    public string BodyZh { get; private set; } = "";

    public string SubjectEn { get; private set; } = "";

    public string BodyEn { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public static NoticeTemplate FromRow(IReadOnlyDictionary<string, string> row, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        Code = row["code"],
        Version = 1,
        SubjectZh = row["subject_zh"],
        BodyZh = row["body_zh"],
        SubjectEn = row["subject_en"],
        BodyEn = row["body_en"],
        CreatedAt = now,
    };
}
