using Petitions.Domain.VideoVisits;

namespace Petitions.Web.Areas.Desk;

/// <summary>The quiet colour of a state of a reception by video (ui guide section 4).</summary>
public static class VideoTag
{
    public static string Kind(VideoState state) => state switch
    {
        VideoState.Fixed or VideoState.Begun => "blue",
        VideoState.Held => "green",
        VideoState.Requested or VideoState.Checked or VideoState.Forwarded => "amber",
        _ => "grey",
    };
}
