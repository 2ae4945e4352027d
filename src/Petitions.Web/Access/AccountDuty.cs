namespace Petitions.Web.Access;

internal enum AccountDuty
{
    Password,
    TwoFactor,
}
