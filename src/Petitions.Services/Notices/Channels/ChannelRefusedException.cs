namespace Petitions.Services.Notices.Channels;

/// <summary>The channel did not take a message. The words are stored and shown, so they carry nothing of the message.</summary>
public sealed class ChannelRefusedException(string message) : Exception(message);
