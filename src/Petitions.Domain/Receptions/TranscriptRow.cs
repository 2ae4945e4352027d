namespace Petitions.Domain.Receptions;

/// <summary>One question, one answer or one free line; its place is its place in the list.</summary>
public sealed record TranscriptRow(TranscriptSpeaker Speaker, string Text);
