<?php
// Reads exports (one path a line on standard input) with the parsers of the importer in the folder that is named by the
// first argument; prints one JSON line each: parser → error, or [id, type, comments, meta, texts] of each post, where texts
// is a digest of title, content, excerpt, slug and the texts of comments.
error_reporting( E_ALL & ~E_DEPRECATED & ~E_WARNING & ~E_NOTICE );
ini_set( 'memory_limit', '2G' );

class WP_Error {
	public $message;
	public function __construct( $code = '', $message = '', $data = null ) {
		$this->message = $message;
	}
	public function get_error_code() {
		return $this->message;
	}
	public function get_error_message() {
		return $this->message;
	}
}
function is_wp_error( $thing ) {
	return $thing instanceof WP_Error;
}
function __( $text, $domain = null ) {
	return $text;
}

function texts_of( $post ) {
	$texts = array( $post['post_title'] ?? '', $post['post_content'] ?? '', $post['post_excerpt'] ?? '', $post['post_name'] ?? '' );
	$texts = array_merge( $texts, array_column( $post['comments'] ?? array(), 'comment_content' ) );
	return sha1( implode( "\0", $texts ) );
}

$source = $argv[1] . '/src/';
require $source . 'compat.php';
$parsers = array( 'simplexml' => 'SimpleXML', 'xml' => 'XML', 'regex' => 'Regex' );
foreach ( array_keys( $parsers ) as $name ) {
	require $source . "parsers/class-wxr-parser-$name.php";
}
while ( ( $line = fgets( STDIN ) ) !== false ) {
	$row = array();
	foreach ( $parsers as $name => $class ) {
		$class  = "WXR_Parser_$class";
		$result = ( new $class() )->parse( rtrim( $line, "\n" ) );
		if ( is_wp_error( $result ) ) {
			$row[ $name ] = array( 'error' => $result->message );
			continue;
		}
		$row[ $name ]['posts'] = array_map(
			function ( $post ) {
				return array(
					(int) ( $post['post_id'] ?? 0 ),
					(string) ( $post['post_type'] ?? '' ),
					count( $post['comments'] ?? array() ),
					count( $post['postmeta'] ?? array() ),
					texts_of( $post ),
				);
			},
			$result['posts']
		);
	}
	echo json_encode( $row, JSON_INVALID_UTF8_SUBSTITUTE ), "\n";
}
