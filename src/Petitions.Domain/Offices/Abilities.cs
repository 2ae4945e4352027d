namespace Petitions.Domain.Offices;

/// <summary>Codes of list Ability: what a policy asks for. A test holds them equal to the list.</summary>
public static class Abilities
{
    public const string RegisterPetitions = "RegisterPetitions";
    public const string ReceiveVisitors = "ReceiveVisitors";
    public const string CallTickets = "CallTickets";
    public const string CloseDaySheet = "CloseDaySheet";
    public const string OpenLetters = "OpenLetters";
    public const string RegisterGroupVisits = "RegisterGroupVisits";
    public const string BookRooms = "BookRooms";
    public const string AnswerEmergency = "AnswerEmergency";
    public const string HandInSlips = "HandInSlips";
    public const string ScreenPetitions = "ScreenPetitions";
    public const string AcceptPetitions = "AcceptPetitions";
    public const string AnswerOnTheSpot = "AnswerOnTheSpot";
    public const string ProposeNonAcceptance = "ProposeNonAcceptance";
    public const string ApproveNonAcceptance = "ApproveNonAcceptance";
    public const string TransferPetitions = "TransferPetitions";
    public const string ApproveTransfers = "ApproveTransfers";
    public const string MergePetitions = "MergePetitions";
    public const string RoutePetitions = "RoutePetitions";
    public const string ReceiveRouted = "ReceiveRouted";
    public const string AssignPetitions = "AssignPetitions";
    public const string HandOverPetitions = "HandOverPetitions";
    public const string HandlePetitions = "HandlePetitions";
    public const string AskContributions = "AskContributions";
    public const string GiveContributions = "GiveContributions";
    public const string DraftReplies = "DraftReplies";
    public const string ReviewReplies = "ReviewReplies";
    public const string ApproveReplies = "ApproveReplies";
    public const string SendReplies = "SendReplies";
    public const string PauseClocks = "PauseClocks";
    public const string ConfirmPauses = "ConfirmPauses";
    public const string RequestExtensions = "RequestExtensions";
    public const string ApproveExtensions = "ApproveExtensions";
    public const string UrgePetitions = "UrgePetitions";
    public const string ClosePetitions = "ClosePetitions";
    public const string ConfirmClosing = "ConfirmClosing";
    public const string ArchivePetitions = "ArchivePetitions";
    public const string LeadCases = "LeadCases";
    public const string GiveInstructions = "GiveInstructions";
    public const string HandleReviews = "HandleReviews";
    public const string RevealIdentity = "RevealIdentity";
    public const string OpenSeal = "OpenSeal";
    public const string ReadReportMaterial = "ReadReportMaterial";
    public const string ViewReadLog = "ViewReadLog";
    public const string ExportPetitions = "ExportPetitions";
    public const string ApproveExports = "ApproveExports";
    public const string PlanReceptions = "PlanReceptions";
    public const string ManageAppointments = "ManageAppointments";
    public const string PlanOutreach = "PlanOutreach";
    public const string ApproveHomeVisits = "ApproveHomeVisits";
    public const string RunVideoReceptions = "RunVideoReceptions";
    public const string CallJointVisits = "CallJointVisits";
    public const string ApproveEscalations = "ApproveEscalations";
    public const string ProposeFindings = "ProposeFindings";
    public const string ReviewFindings = "ReviewFindings";
    public const string ApproveFindings = "ApproveFindings";
    public const string ApprovePoliceRequests = "ApprovePoliceRequests";
    public const string DecideRecusals = "DecideRecusals";
    public const string OpenAccountability = "OpenAccountability";
    public const string InspectAccountability = "InspectAccountability";
    public const string DecideLiability = "DecideLiability";
    public const string MakeCallbacks = "MakeCallbacks";
    public const string MakeFollowUps = "MakeFollowUps";
    public const string HandleAid = "HandleAid";
    public const string ApproveAid = "ApproveAid";
    public const string PayAid = "PayAid";
    public const string DrawSupervisors = "DrawSupervisors";
    public const string GiveSupervisorOpinion = "GiveSupervisorOpinion";
    public const string EditDisclosures = "EditDisclosures";
    public const string ApproveDisclosures = "ApproveDisclosures";
    public const string ReleaseStatements = "ReleaseStatements";
    public const string RunOpenDays = "RunOpenDays";
    public const string ManageTraining = "ManageTraining";
    public const string ViewBoard = "ViewBoard";
    public const string ViewStatistics = "ViewStatistics";
    public const string ViewAudit = "ViewAudit";
    public const string VerifyChain = "VerifyChain";
    public const string ManageOffices = "ManageOffices";
    public const string ManageStaff = "ManageStaff";
    public const string GrantRoles = "GrantRoles";
    public const string ManageReferenceData = "ManageReferenceData";
    public const string ManageClockRules = "ManageClockRules";
    public const string ManageSystem = "ManageSystem";

    public static readonly IReadOnlyList<string> All =
    [
        RegisterPetitions, ReceiveVisitors, CallTickets, CloseDaySheet, OpenLetters,
        RegisterGroupVisits, BookRooms, AnswerEmergency, HandInSlips, ScreenPetitions,
        AcceptPetitions, AnswerOnTheSpot, ProposeNonAcceptance, ApproveNonAcceptance, TransferPetitions,
        ApproveTransfers, MergePetitions, RoutePetitions, ReceiveRouted, AssignPetitions,
        HandOverPetitions, HandlePetitions, AskContributions, GiveContributions, DraftReplies,
        ReviewReplies, ApproveReplies, SendReplies, PauseClocks, ConfirmPauses,
        RequestExtensions, ApproveExtensions, UrgePetitions, ClosePetitions, ConfirmClosing,
        ArchivePetitions, LeadCases, GiveInstructions, HandleReviews, RevealIdentity,
        OpenSeal, ReadReportMaterial, ViewReadLog, ExportPetitions, ApproveExports,
        PlanReceptions, ManageAppointments, PlanOutreach, ApproveHomeVisits, RunVideoReceptions,
        CallJointVisits, ApproveEscalations, ProposeFindings, ReviewFindings, ApproveFindings,
        ApprovePoliceRequests, DecideRecusals, OpenAccountability, InspectAccountability, DecideLiability,
        MakeCallbacks, MakeFollowUps, HandleAid, ApproveAid, PayAid,
        DrawSupervisors, GiveSupervisorOpinion, EditDisclosures, ApproveDisclosures, ReleaseStatements,
        RunOpenDays, ManageTraining, ViewBoard, ViewStatistics, ViewAudit,
        VerifyChain, ManageOffices, ManageStaff, GrantRoles, ManageReferenceData,
        ManageClockRules, ManageSystem,
    ];
}
