namespace Petitions.Services.Supervision;

/// <summary>The five figures of the board, exact.</summary>
public sealed record BoardNumbers(int New, int Due, int Overdue, int Approval, int Alerts);
