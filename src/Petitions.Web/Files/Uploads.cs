using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Petitions.Domain;
using Petitions.Services;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Checks;
using Petitions.Web.Texts;

namespace Petitions.Web.Files;

/// <summary>Takes the files of a form one after another; one that is refused says why beside its name, the others stay.</summary>
public sealed class Uploads(FileBudget budget, UnsavedWork unsaved, IOptions<FileLimits> limits, IHttpContextAccessor accessor, IStringLocalizer<RuleTexts> rules, IStringLocalizer<FileTexts> texts)
{
    public const string ScriptHeader = "X-Requested-With";

    /// <returns>Whether every file was taken.</returns>
    public async Task<bool> TakeAsync(FilesForm form, ModelStateDictionary state, Func<IncomingFile, FileWish, Task> take, CancellationToken ct)
    {
        foreach (var file in form.Files.Where(file => file is not null))
        {
            try
            {
                Rule.Require(file.Length <= limits.Value.Bytes, "file.too-large");
                await budget.SpendAsync(accessor.HttpContext!.Connection.RemoteIpAddress?.ToString(), file.Length, ct);
                await take(new IncomingFile(file.FileName, file.ContentType, await ReadAsync(file, ct)), new FileWish(form.Keep != FilesForm.CopyOnly, form.Shrink));
            }
            catch (RuleBrokenException broken)
            {
                unsaved.Drop();
                state.AddModelError(nameof(form.Files), texts["refused", FileName.Clean(file.FileName), rules[broken.Code].Value]);
            }
        }

        return state.IsValid;
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, ct);
        return content;
    }
}
