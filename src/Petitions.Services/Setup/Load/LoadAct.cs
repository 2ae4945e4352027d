namespace Petitions.Services.Setup.Load;

/// <summary>One act in the life of an invented matter, as a service of the portal would do it.</summary>
internal enum LoadAct
{
    Screen,
    Classify,
    Withdraw,
    Answer,
    ProposeRefusal,
    Refuse,
    ProposeTransfer,
    Transfer,
    Accept,
    Start,
    Contact,
    Check,
    Progress,
    Submit,
    Return,
    Resubmit,
    Approve,
    Send,
    Serve,
    Rate,
    Outcome,
    Close,
    FollowUp,
    Archive,
}
