namespace Petitions.Domain.Indicators;

/// <summary>What is counted (domain.md section 6). Rates have hits, averages an amount, counts only n.</summary>
public enum Measure
{
    /// <summary>件数: matters received, by legal day of receipt.</summary>
    Received,

    /// <summary>Matters closed.</summary>
    Closed,

    /// <summary>及时受理率: screening decisions in time, by due date.</summary>
    TimelyAcceptance,

    /// <summary>7日内程序性回复率, by due date.</summary>
    Procedural7,

    /// <summary>3个月答复率, by due date.</summary>
    Result3M,

    /// <summary>每月后续答复率, by due date.</summary>
    MonthlyReply,

    /// <summary>按期办结率 with lawful extensions, by due date.</summary>
    OnTime,

    /// <summary>参评率: rated of those invited, by day of the invitation.</summary>
    Participation,

    /// <summary>满意率: no aspect dissatisfied, of those who rated; non-answers are no answers.</summary>
    Satisfaction,

    /// <summary>平均受理周期: days from receipt to acceptance.</summary>
    AcceptDays,

    /// <summary>平均答复周期: days from receipt to the result reply.</summary>
    ReplyDays,

    /// <summary>首办化解率: closed, confirmed by the petitioner, never handed over.</summary>
    FirstHandlerResolved,

    /// <summary>Matters no reply could reach or was owed, by reason: exemptions can hide failure, so they are shown.</summary>
    Exempted,

    /// <summary>承诺履行率: promises of the office kept in time, of those due, by due date (journey J16 b).</summary>
    PromisesKept,
}
