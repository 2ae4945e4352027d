namespace Petitions.Domain.Petitions;

public enum DecisionState
{
    Waiting,
    Approved,
    Returned,
}
