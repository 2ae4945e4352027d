using Microsoft.AspNetCore.Mvc.ModelBinding;
using Petitions.Services.Facts;

namespace Petitions.Web.Areas.Citizen.Models;

/// <summary>The form of <c>/verify</c> and, after the check, its answer.</summary>
public sealed class VerifyPage
{
    public string? Number { get; init; }

    public string? Hash { get; init; }

    public string? QueryCode { get; init; }

    [BindNever]
    public ReceiptCheck? Check { get; init; }
}
