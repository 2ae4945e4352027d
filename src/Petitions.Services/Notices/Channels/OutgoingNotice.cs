namespace Petitions.Services.Notices.Channels;

/// <summary>A message in clear, for the moment of sending only. The id makes repeats one effect at the receiver.</summary>
public sealed record OutgoingNotice(Guid Id, string Address, string Subject, string Body);
