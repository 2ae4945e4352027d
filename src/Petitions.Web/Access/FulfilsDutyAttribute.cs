namespace Petitions.Web.Access;

/// <summary>The action by which a duty is fulfilled stays open while the duty stands.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
internal sealed class FulfilsDutyAttribute(AccountDuty duty) : Attribute
{
    public AccountDuty Duty => duty;
}
