namespace Petitions.Domain.JointVisits;

/// <summary>Who sits on a seat of the table (domain.md row 30).</summary>
public enum SeatKind
{
    /// <summary>A department of this office (控申、业务部门).</summary>
    Department,

    /// <summary>Police, court, justice, supervision (其他司法部门).</summary>
    JudicialOrgan,

    /// <summary>Any other organ (其他相关部门).</summary>
    Agency,
    Petitioner,

    /// <summary>Who speaks for the petitioner (代理人).</summary>
    Agent,
    Interpreter,
}
