namespace Petitions.Data.Search;

/// <summary>
/// Says that a matter's texts changed and its row in the search index is to be made again. Written in the same save as
/// the change; deleted in the same transaction as the new row. Several for one matter do no harm.
/// </summary>
public sealed class SearchQueueItem
{
    private SearchQueueItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public static SearchQueueItem Of(Guid petitionId, DateTime now) => new() { Id = Guid.CreateVersion7(new DateTimeOffset(now)), PetitionId = petitionId };
}
