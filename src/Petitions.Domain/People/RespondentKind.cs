namespace Petitions.Domain.People;

public enum RespondentKind
{
    Unit,
    Person,
}
