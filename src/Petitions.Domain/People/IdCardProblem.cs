namespace Petitions.Domain.People;

/// <summary>What is wrong with a typed identity number, so that the form can say how to put it right.</summary>
public enum IdCardProblem
{
    Length,
    Characters,
    Date,
    CheckDigit,
}
