namespace Petitions.Services.Petitions.Joining;

/// <summary>A joined matter as read, before what the person may not read is taken out.</summary>
public sealed record JoinedWhole(Guid Id, string Number, string Channel, DateTime ReceivedAt, string Title, string Request, string Text, List<JoinedAddition> Additions);

/// <summary>Something added to a joined matter.</summary>
public sealed record JoinedAddition(DateTime At, string Text);
