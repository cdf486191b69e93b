"""What classes and ids mean in themes: tables, read in order. A class is compared whole.

The names are those of WordPress core, of its own themes from Kubrick on, and of widespread themes and plugins; what a
theme calls otherwise is found by what it holds (`boxes`, `body`).
"""

import re

BODY = (
    "wp-block-post-content",
    "entry-content",
    "e-content",
    "post-content",
    "post_content",
    "entrytext",
    "storycontent",
    "td-post-content",
    "post-entry",
    "entry-body",
    "post-body",
    "article-content",
    "article-body",
    "post__content",
    "entry__content",
    "article__content",
    "postcontent",
    "single-content",
    "the-content",
    "the_content",
    "post-text",
    "posttext",
    "entry-text",
    "postbody",
    "storybody",
    "elementor-widget-theme-post-content",
    "the_content_wrapper",
    "format_text",
    "thecontent",
    "post-single-content",
    "post-bodycopy",
    "art-postcontent",
    "art-PostContent",
    "PostContent",
    "entry_content",
    "post_body",
    "post_text",
    "post-copy",
    "postentry",
    "entrybody",
    "contenttext",
    "hentry-content",
    "entry-content-wrapper",
    "post-inner",
    "blog-content",
    "content-text",
    "content-inner",
    "text-content",
    "entry",
    "post-main",
    "story",
    "text",
)
"""The box of a post's text, the surest first."""

SURE_BODY = BODY[: BODY.index("post-entry")]
"""Names that nothing but the text of a post bears."""

COMMON_BODY = BODY[: BODY.index("the-content")]
"""Names that themes use for nothing else, but plugins may."""

EXCERPT = (
    "entry-summary",
    "wp-block-post-excerpt",
    "p-summary",
    "post-excerpt",
    "entry-excerpt",
    "post-summary",
    "excerpt",
    "summary",
)

TITLE = (
    "entry-title",
    "wp-block-post-title",
    "p-name",
    "post-title",
    "storytitle",
    "posttitle",
    "post__title",
    "entry__title",
    "article-title",
    "single-title",
    "post_title",
    "elementor-widget-theme-post-title",
    "postTitle",
    "page-title",
    "pagetitle",
    "title",
)

SURE_TITLE = TITLE[: TITLE.index("p-name")]
"""WordPress's own names."""

COMMON_TITLE = TITLE[: TITLE.index("post__title")]
"""These, and those of its older themes."""

BOX = ("hentry", "h-entry", "type-post", "type-page", "wp-block-post", "post", "blog-post", "post-item", "entry")
"""The box of a whole post, where no `post-ID` names it."""

ELSEWHERE = frozenset({
    "sidebar", "widget", "widget-area", "widgets", "widget-container", "site-footer", "site-header", "main-navigation",
    "site-navigation", "menu", "nav-menu", "navbar", "breadcrumb", "breadcrumbs", "comments-area", "comment-respond",
    "commentlist", "comment-list", "comments", "wp-block-comments", "wp-block-post-comments", "related", "related-posts",
    "jp-relatedposts", "yarpp", "yarpp-related", "crp_related", "rp4wp-related-posts", "wp-block-navigation",
    "searchform", "search-form", "footer-widgets", "secondary", "blogroll", "archives",
    "related_posts", "et_pb_widget", "screen-reader-text", "skip-link", "wp-block-latest-posts",
    "wp-block-latest-comments", "author-box", "author-bio", "author-info", "about-author",
})  # fmt: skip
"""Regions of a page that say nothing about its post."""

ELSEWHERE_IDS = frozenset({
    "sidebar", "secondary", "tertiary", "footer", "colophon", "masthead", "header", "branding", "access", "comments",
    "respond", "commentform", "commentlist", "searchform", "nav", "navigation", "menu", "breadcrumbs", "jp-relatedposts",
    "sidebar1", "sidebar2", "left-sidebar", "right-sidebar", "rightcolumn", "leftcolumn", "main-header", "main-footer",
})  # fmt: skip

UNSEEN = frozenset({"screen-reader-text", "assistive-text"})
"""What only screen readers say."""

ELSEWHERE_ROLES = frozenset({"navigation", "complementary", "banner", "contentinfo", "search"})
ELSEWHERE_TAGS = ("nav", "aside", "form")

NOT_BODY = frozenset({
    # WordPress and its themes
    "postmetadata", "entry-meta", "entry-utility", "post-meta", "entry-footer", "post-footer", "navigation",
    "post-navigation", "posts-navigation", "nav-links", "page-links", "page-link", "wp-link-pages", "post-nav-links",
    "pagination", "comments-link", "comments-area", "comment-respond", "commentlist", "edit-link", "post-edit-link",
    "wp-block-post-navigation-link", "wp-block-post-comments", "wp-block-comments", "screen-reader-shortcut",
    "author-info", "author-box", "entry-author-info", "author-bio", "about-author", "tags-links", "cat-links",
    "post-tags", "post-categories", "tag-links", "entry-tags", "entry-categories", "posted-on", "byline", "feedback",
    "breadcrumb", "breadcrumbs", "widget", "widget-area", "post-nav", "single-navigation", "entry-header", "more-link",
    "post-info", "postinfo", "post-ratings", "post-thumbnail", "comment-form", "post-password-form", "trackback",
    "post-author-content", "author-description",
    # sharing
    "sharedaddy", "sd-block", "sharing", "share", "share-buttons", "sharing-buttons", "social-share", "social-sharing",
    "post-share", "entry-share", "share-post", "share-links", "addtoany_share_save_container", "addtoany_content",
    "addthis_toolbox", "addthis_tool", "ssba", "heateor_sss_sharing_container", "heateor_sss_horizontal_sharing",
    "shareaholic-canvas", "sociable", "dd_outer", "essb_links", "mashsb-container", "swp_social_panel", "fb-like",
    "twitter-share-button", "simple-share-buttons", "a2a_kit", "tweetmeme_button", "simplesocialbuttons", "getsocial",
    "nc_socialPanel", "social-icons", "socials", "social-links", "et_social_inline", "digg-digg", "sexy-bookmarks",
    "wpusb", "pinit", "linkedin-share", "robots-nocontent",
    # related posts, ratings, advertisements, subscriptions
    "jp-relatedposts", "yarpp", "yarpp-related", "related", "related-posts", "related_posts", "relatedposts",
    "crp_related", "rp4wp-related-posts", "wp_rp_wrap", "zem_rp_wrap", "upprev_box", "kk-star-ratings", "pd-rating",
    "gdsr", "wpcnt", "wordads", "wordads-ad-wrapper", "adsbygoogle", "advertisement", "ad-container", "wpa",
    "code-block-ads", "jetpack_subscription_widget", "mc4wp-form", "newsletter-signup", "subscribe-form",
    "jetpack-likes-widget-wrapper", "likes", "td-a-rec", "td-post-featured-image",
    "post-likes-widget-placeholder", "nrelate", "outbrain", "taboola",
    "ez-toc-container", "lwptoc", "printfriendly", "pf-content-print", "wp-block-jetpack-subscriptions",
})  # fmt: skip
"""What themes and plugins put into the box of the text, and the author did not write."""

NOT_BODY_IDS = frozenset({
    "jp-relatedposts", "respond", "comments", "comments-template", "commentform", "toc_container", "jp-post-flair",
    "wp_rp_first", "disqus_thread", "fb-root", "addtoany", "author-info", "nav-below", "nav-above", "nav-single",
    "entry-author-info", "authorbox", "shareaholic", "sharing", "post-nav",
})  # fmt: skip

NOT_BODY_PREFIX = re.compile(
    r"(?:sharedaddy|share-?(?:this|buttons?|icons?|bar)|social-?(?:share|sharing|buttons?|bar)|addthis|addtoany|a2a_|ssba"
    r"|heateor|essb|mashsb|swp_|shareaholic|jp-relatedposts|yarpp|related-?(?:posts?|articles?|entries)|wp_rp|zem_rp"
    r"|post-?nav|author-?(?:box|bio)|wp-post-navigation|sassy-social|dpsp-|monarch|et_social|wpcnt|adsbygoogle)",
    re.IGNORECASE,
)  # fmt: skip

IS_BYLINE = frozenset({
    "postmetadata", "entry-meta", "entry-utility", "post-meta", "entry-footer", "post-footer", "meta", "byline",
    "posted-on", "post-info", "postinfo", "entry-info", "post-date", "entry-date", "date", "dateline", "postmeta",
    "cat-links", "tags-links", "post-tags", "post-categories", "entry-tags", "entry-categories", "comments-link",
    "storymeta", "feedback", "tag-links", "entry-byline", "details", "post-details", "tags", "categories",
})  # fmt: skip
"""Boxes in which themes say when, where and by whom."""
